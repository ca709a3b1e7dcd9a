import type { Job } from './model';

/** One list of jobs as far as it was fetched. */
export interface Fetched {
  jobs: readonly Job[];
  hasMore: boolean;
}

/**
 * A long list whose beginning alone is asked for again when something happens: the rows of the new beginning, and behind its last one what was fetched before.
 */
export function withHead(head: Fetched, list: Fetched): Fetched {
  if (!head.hasMore) {
    return head;
  }

  const known = new Set(head.jobs.map(job => job.id));
  const last = list.jobs.findLastIndex(job => known.has(job.id));
  return { jobs: [...head.jobs, ...list.jobs.slice(last + 1)], hasMore: list.hasMore };
}

/** Nothing of the new beginning is in the list: rows between the two are missing. */
export const isTorn = (head: Fetched, list: Fetched): boolean =>
  head.hasMore && list.jobs.length > 0 && !head.jobs.some(job => list.jobs.some(other => other.id === job.id));

/** Two lists, newest first, as one: only as far down as both are known. */
export function mergeNewest(first: Fetched, second: Fetched): Fetched {
  const floor = [first, second].filter(list => list.hasMore).map(list => list.jobs.at(-1)?.updated ?? '').sort().at(-1) ?? '';
  const jobs = [...first.jobs, ...second.jobs].filter(job => job.updated >= floor).sort((a, b) => b.updated.localeCompare(a.updated));
  return { jobs, hasMore: first.hasMore || second.hasMore };
}

/** Two lists one behind the other: the second one where all of the first is known. */
export const appended = (first: Fetched, second: Fetched): Fetched =>
  first.hasMore ? first : { jobs: [...first.jobs, ...second.jobs], hasMore: second.hasMore };

/** The same rows in pieces that are drawn only while they are near. */
export function inPieces<T>(rows: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, piece) => rows.slice(piece * size, (piece + 1) * size));
}
