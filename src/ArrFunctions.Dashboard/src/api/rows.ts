/** A long list as far as it was fetched. */
export interface Fetched<R> {
  rows: readonly R[];
  hasMore: boolean;
}

/** What tells a row from all others. */
export type IdOf<R> = (row: R) => string;

/** A list whose beginning alone is asked for again when something happens: the rows of the new beginning, and behind its last one what was fetched before. */
export function withHead<R>(head: Fetched<R>, list: Fetched<R>, idOf: IdOf<R>): Fetched<R> {
  if (!head.hasMore) {
    return head;
  }

  const known = new Set(head.rows.map(idOf));
  const last = list.rows.findLastIndex(row => known.has(idOf(row)));
  return { rows: [...head.rows, ...list.rows.slice(last + 1)], hasMore: list.hasMore };
}

/** Nothing of the new beginning is in the list: rows between the two are missing. */
export function isTorn<R>(head: Fetched<R>, list: Fetched<R>, idOf: IdOf<R>): boolean {
  const known = new Set(list.rows.map(idOf));
  return head.hasMore && known.size > 0 && !head.rows.some(row => known.has(idOf(row)));
}

/** The same rows in pieces that are drawn only while they are near. */
export function inPieces<R>(rows: readonly R[], size: number): readonly (readonly R[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, piece) => rows.slice(piece * size, (piece + 1) * size));
}
