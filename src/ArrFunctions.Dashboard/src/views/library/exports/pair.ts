import type { Export } from '../types';

/** Which two are compared: the chosen ones; without a choice the last one, and the one before it. */
export function pairOf(newestFirst: readonly Pick<Export, 'exportId'>[], chosen: Readonly<Record<string, string>>): readonly [string | undefined, string | undefined] {
  const to = chosen['to'] ?? newestFirst[0]?.exportId;
  const before = newestFirst[newestFirst.findIndex(one => one.exportId === to) + 1];
  return [chosen['from'] ?? before?.exportId, to];
}
