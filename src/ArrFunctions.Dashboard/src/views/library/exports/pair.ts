import type { Export } from '../types';

/** Which two are compared: the chosen ones; without a choice the last one and the one before it. */
export function pairOf(newestFirst: readonly Pick<Export, 'exportId'>[], chosen: Readonly<Record<string, string>>): readonly [string | undefined, string | undefined] {
  return [chosen['from'] ?? newestFirst[1]?.exportId, chosen['to'] ?? newestFirst[0]?.exportId];
}
