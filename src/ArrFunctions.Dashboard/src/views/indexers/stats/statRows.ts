import type { IndexerStatistics } from '../shared/types';

export interface StatRow {
  instance: string;
  id: number;
  name: string;
  isEnabled: boolean;
  questions: number;
  failed: number;
  /** Of the questions; undefined: there were none. */
  success: number | undefined;
  availability: number | undefined;
  outages: number;
  longest: number | undefined;
  p50: number | undefined;
  p95: number | undefined;
  grabs: number | undefined;
  failedGrabs: number | undefined;
}

export const columns = ['name', 'questions', 'failed', 'success', 'availability', 'outages', 'longest', 'p50', 'p95', 'grabs', 'failedGrabs'] as const;
export type Column = typeof columns[number];

export interface Sorting {
  column: Column;
  isDown: boolean;
}

export const statRows = ({ instances }: Pick<IndexerStatistics, 'instances'>): StatRow[] => instances.flatMap(({ instance, indexers }) =>
  indexers.map(({ id, name, isEnabled, figures, grabs, failedGrabs }) => ({
    instance, id, name, isEnabled, grabs, failedGrabs,
    questions: figures.questions,
    failed: figures.failedQuestions,
    success: figures.questions === 0 ? undefined : 1 - figures.failedQuestions / figures.questions,
    availability: figures.availability,
    outages: figures.outages,
    longest: figures.longestOutageSeconds,
    p50: figures.p50Milliseconds,
    p95: figures.p95Milliseconds,
  })));

/** `-failed`: by failures, the most first. */
export function sortingOf(word: string | undefined): Sorting {
  const column = columns.find(one => one === word?.replace('-', ''));
  return column === undefined ? { column: 'questions', isDown: true } : { column, isDown: word?.startsWith('-') === true };
}

/** The other way round where it is sorted by this column already; else names from A, figures from the largest. */
export const nextSorting = (sorting: Sorting, column: Column): Sorting =>
  ({ column, isDown: sorting.column === column ? !sorting.isDown : column !== 'name' });

export const wordOf = ({ column, isDown }: Sorting): string => `${isDown ? '-' : ''}${column}`;

/** What is not known comes last in either direction. */
export function sorted(rows: readonly StatRow[], { column, isDown }: Sorting): StatRow[] {
  const sign = isDown ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [a[column], b[column]];
    if (x === undefined || y === undefined) {
      return Number(x === undefined) - Number(y === undefined);
    }

    const order = typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y);
    return order === 0 ? a.name.localeCompare(b.name) : sign * order;
  });
}
