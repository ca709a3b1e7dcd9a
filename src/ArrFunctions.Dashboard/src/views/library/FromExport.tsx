import type { ComponentChildren } from 'preact';
import type { Problem } from '../../api/problem';
import { Loaded } from '../../parts/Loaded';
import { NotExported } from './NotExported';

interface Props<T> {
  instance: string;
  query: { data: T | undefined; error: Problem | null; isPending: boolean };
  children: (data: T) => ComponentChildren;
  lines?: number;
}

/** What is said from what an export stored; before the first one, what that is. */
export function FromExport<T>({ instance, query, children, lines = 8 }: Props<T>) {
  return <Loaded query={query} lines={lines} instead={{ notExported: <NotExported instance={instance} /> }}>{children}</Loaded>;
}
