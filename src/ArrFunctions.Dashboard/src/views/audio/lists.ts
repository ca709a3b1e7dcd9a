import type { Fetched } from '../../api/rows';
import type { Job } from './model';

/** Two lists, newest first, as one: only as far down as both are known. */
export function mergeNewest(first: Fetched<Job>, second: Fetched<Job>): Fetched<Job> {
  const floor = [first, second].filter(list => list.hasMore).map(list => list.rows.at(-1)?.updated ?? '').sort().at(-1) ?? '';
  const rows = [...first.rows, ...second.rows].filter(job => job.updated >= floor).sort((a, b) => b.updated.localeCompare(a.updated));
  return { rows, hasMore: first.hasMore || second.hasMore };
}

/** Two lists one behind the other: the second one where all of the first is known. */
export const appended = (first: Fetched<Job>, second: Fetched<Job>): Fetched<Job> =>
  first.hasMore ? first : { rows: [...first.rows, ...second.rows], hasMore: second.hasMore };
