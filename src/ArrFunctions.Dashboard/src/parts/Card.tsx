import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  title: string;
  /** Beside the title: buttons, a choice. */
  aside?: ComponentChildren;
  children: ComponentChildren;
  class?: string;
}

/** A part of a page with a title of its own. */
export function Card({ title, aside, children, class: more = '' }: Props) {
  const id = useId();
  return (
    <section class={`card ${more}`} aria-labelledby={id}>
      <header><h2 id={id}>{title}</h2>{aside === undefined ? null : <div class="aside">{aside}</div>}</header>
      {children}
    </section>
  );
}
