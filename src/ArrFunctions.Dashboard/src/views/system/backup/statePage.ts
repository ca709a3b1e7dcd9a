import { t } from '../../../texts';

export interface StateRow {
  table: string;
  pk: string;
  rk: string;
  content: string;
}

/** A page as it came, and where the next one begins. */
export interface StatePage {
  rows: readonly StateRow[];
  after: string | undefined;
}

export type ReadPage = (table: string, after: string | undefined, signal: AbortSignal) => Promise<StatePage>;

/** @throws where it is not whole. */
export function parsePage(text: string): StatePage {
  const lines = text.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Partial<StateRow> & { rows?: number; after?: string });
  const end = lines.pop();
  if (end?.rows !== lines.length) {
    throw new Error(t.system.backup.cutOff);
  }

  return { rows: lines as StateRow[], after: end.after };
}
