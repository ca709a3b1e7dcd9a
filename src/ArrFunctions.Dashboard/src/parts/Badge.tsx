import type { Tone } from './Figure';

/** How something stands, by a word, and also by colour and shape. */
export function Badge({ tone, children, title }: { tone: Tone; children: string; title?: string }) {
  return <span class={`badge ${tone}`} title={title}><i aria-hidden="true" />{children}</span>;
}
