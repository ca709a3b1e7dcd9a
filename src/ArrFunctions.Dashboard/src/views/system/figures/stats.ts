import type { Tone } from '../../../parts/Figure';

export interface CountRow {
  name: string;
  today: number;
  lifetime: number;
  tone?: Tone;
}

/** The same counts of today and of all time, side by side; only those that are named. */
export function countRows(today: object, lifetime: object, names: Readonly<Record<string, string>>): readonly CountRow[] {
  const count = (counts: object, key: string) => Number((counts as Readonly<Record<string, unknown>>)[key] ?? 0);
  return Object.entries(names).map(([key, name]) => ({
    name,
    today: count(today, key),
    lifetime: count(lifetime, key),
    ...(/failed/i.test(key) && count(today, key) > 0 ? { tone: 'bad' as const } : {}),
  }));
}
