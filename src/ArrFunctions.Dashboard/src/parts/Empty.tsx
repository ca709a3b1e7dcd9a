import type { ComponentChildren } from 'preact';

/** There is nothing to show, and why, and what to do. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="empty">{children}</div>;
}
