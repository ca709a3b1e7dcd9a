import { RowHash } from './rowHash';
import { Sha256 } from './sha256';
import type { ReadPage, StateRow } from './statePage';

export interface Source {
  version: string;
  tables: readonly string[];
  /** Where it was read, for people. */
  from: string;
  time: string;
}

/** How far it is: the table at hand, and all rows so far. */
export type Tell = (table: string, rows: number) => void;

export interface Written {
  rows: number;
  /** Digests by table. */
  digests: ReadonlyMap<string, string>;
}

const encoder = new TextEncoder();

/** Writes the lines of a state file (docs/migration.md) and returns the digests of its tables. */
export async function writeStateFile(source: Source, read: ReadPage, write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>, tell: Tell, signal: AbortSignal): Promise<Written> {
  const whole = new Sha256();
  const digests = new Map<string, string>();
  let all = 0;
  const writeCounted = async (line: object) => {
    const bytes = encoder.encode(`${JSON.stringify(line)}\n`);
    whole.add(bytes);
    await write(bytes);
  };

  await writeCounted({ kind: 'arrfunctions-state', format: 1, version: source.version, time: source.time, from: source.from });
  for (const table of source.tables) {
    const hash = new RowHash();
    await eachPage(table, read, signal, async rows => {
      rows.forEach(({ pk, rk, content }) => hash.add(pk, rk, content));
      all += rows.length;
      await write(encoder.encode(rows.map(row => `${JSON.stringify(row)}\n`).join('')));
      tell(table, all);
    });
    if (hash.rows > 0) {
      const rows = hash.rows;
      digests.set(table, hash.finish());
      await writeCounted({ table, rows, sha256: digests.get(table) });
    }
  }

  await write(encoder.encode(`${JSON.stringify({ tables: digests.size, rows: all, sha256: whole.finish() })}\n`));
  return { rows: all, digests };
}

/** The tables that are not as they were when the file was written. */
export function differing(written: Written, again: Written): readonly string[] {
  return [...new Set([...written.digests.keys(), ...again.digests.keys()])].filter(table => written.digests.get(table) !== again.digests.get(table));
}

async function eachPage(table: string, read: ReadPage, signal: AbortSignal, take: (rows: readonly StateRow[]) => Promise<void>): Promise<void> {
  let after: string | undefined;
  do {
    const page = await read(table, after, signal);
    await take(page.rows);
    after = page.after;
  } while (after !== undefined);
}
