import { useGet } from './hooks';

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
  indexers: { now: { total: number; working: number; failing: number; takenOut: number; switchedOff: number; unknown: number }; today: Switches; lifetime: Switches; sinceStart: { testsPassed: number; testsFailed: number } };
  searches: { today: Searches; lifetime: Searches };
  webhooks: { sinceStart: Record<string, { accepted: number; ignored: number }> };
}

/** The figures of the service. Not all that changes them tells an event. */
export function useStats(poll: number) {
  const query = useGet('/api/stats', undefined, { poll });
  return { ...query, data: query.data as Stats | undefined };
}
