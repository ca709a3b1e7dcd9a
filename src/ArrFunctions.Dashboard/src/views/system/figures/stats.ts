import type { Tone } from '../../../parts/Figure';

type Results = { total: number; succeeded: number; skipped: number; failed: number; cancelled: number; successRate?: number | null };
type Ends = { started: number; succeeded: number; partlyFailed: number; failed: number; cancelled: number };
type Switches = { switchedOff: number; switchedOn: number; outages: number };
type Searches = { searched: number; failed: number };

/** What `api/stats` tells, whose schema names no members. */
export interface Stats {
  version: string;
  started: string;
  uptimeSeconds: number;
  operations: { now: { queued: number; running: number; waiting: number }; today: Results; lifetime: Results };
  batches: { today: Ends; lifetime: Ends };
  audio: { sinceStart: Record<'total' | 'changed' | 'alreadyCorrect' | 'planned' | 'waiting' | 'skipped' | 'handed' | 'failed', number> & { meanMilliseconds?: number | null } };
  indexers: { today: Switches; lifetime: Switches; sinceStart: { testsPassed: number; testsFailed: number } };
  searches: { today: Searches; lifetime: Searches };
  webhooks: { sinceStart: Record<string, { accepted: number; ignored: number }> };
}

export const statsOf = (data: unknown): Stats => data as Stats;

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
