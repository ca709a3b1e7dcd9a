import type { ComponentChildren } from 'preact';

/** One number that matters, with its name, and perhaps a note below. Belongs into a `dl.figures`. */
export function Figure({ name, value, note, tone = '' }: { name: string; value: ComponentChildren; note?: ComponentChildren; tone?: Tone | '' }) {
  return (
    <div class={`figure ${tone}`}>
      <dt>{name}</dt>
      <dd class="value">{value}</dd>
      {note === undefined ? null : <dd class="muted">{note}</dd>}
    </div>
  );
}

export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'accent';
