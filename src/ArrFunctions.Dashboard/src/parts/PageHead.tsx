import { ArrowLeft } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';

interface Props {
  title: ComponentChildren;
  /** How it stands, beside the title. */
  badges?: ComponentChildren;
  /** What can be done with it, on the right. */
  actions?: ComponentChildren;
}

/** The beginning of a page. */
export function PageHead({ title, badges, actions }: Props) {
  return <header class="page-head"><h1>{title}</h1>{badges}{actions}</header>;
}

/** From a page that is about one thing back to where it is listed. */
export function BackLink({ href, children }: { href: string; children: ComponentChildren }) {
  return <Link href={href} class="back"><ArrowLeft size={16} aria-hidden="true" />{children}</Link>;
}
