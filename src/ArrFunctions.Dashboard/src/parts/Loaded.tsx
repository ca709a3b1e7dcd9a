import type { ComponentChildren } from 'preact';
import type { Problem } from '../api/problem';
import { t } from '../texts';
import { ErrorNote } from './ErrorNote';

interface Props<T> {
  query: { data: T | undefined; error: Problem | null; isPending: boolean };
  children: (data: T) => ComponentChildren;
  /** How many lines the part will have, about: what stands in for it while it is fetched. */
  lines?: number;
  /** Shown instead of a refusal with this code, such as `notExported`. */
  instead?: Readonly<Record<string, ComponentChildren>>;
}

/** A part of a page whose data is being fetched, there, or refused. What was there stays while it is fetched again. */
export function Loaded<T>({ query, children, lines = 3, instead = {} }: Props<T>) {
  if (query.error !== null && instead[query.error.code] !== undefined) {
    return <>{instead[query.error.code]}</>;
  }

  if (query.data !== undefined) {
    return <>{query.error !== null && !query.error.isUnreachable ? <ErrorNote problem={query.error} /> : null}{children(query.data)}</>;
  }

  return query.error === null
    ? <div class="skeleton" role="status" aria-label={t.parts.loading}>{Array.from({ length: lines }, (_, line) => <i key={line} />)}</div>
    : <ErrorNote problem={query.error} />;
}
