import { useRef } from 'preact/hooks';
import type { components } from '../../api/schema';
import { useGet } from '../../api/hooks';
import { useStats, type Stats } from '../../api/stats';
import { useHealth, type HealthReport } from '../../api/health';
import type { Problem } from '../../api/problem';
import { useSetup, type Setup } from './useSetup';

type Schemas = components['schemas'];
export type Job = Schemas['Job'];
export type Batch = Schemas['BatchView'];
export type Lane = Schemas['LaneView'];
export type Schedule = Schemas['ScheduleView'];
export type HealPlan = Schemas['HealPlan'];

/** What is known of the service; what was not answered yet, or refused, is left out. */
export interface Situation {
  health?: HealthReport;
  stats?: Stats;
  lanes?: readonly Lane[];
  batches?: readonly Batch[];
  schedules?: readonly Schedule[];
  setup?: Setup;
  failed?: readonly Job[];
  poisoned?: readonly Job[];
  running?: readonly Job[];
  plan?: HealPlan;
  /** Nothing is being asked for the first time: what is not here is not known to be wrong. */
  isSettled: boolean;
  /** Why it is not known how things stand. */
  problem: Problem | null;
  lanesProblem?: Problem | null;
}

const often = 3000;
const seldom = 20_000;

/** Asks at once for what the first view shows; jobs and the heal plan are asked for only where a count says that there are some. */
export function useSituation(): Situation {
  const health = useHealth(seldom);
  const batches = useGet('/api/batch', { params: { query: { limit: 20 } } }, { poll: seldom });
  const isWorking = batches.data?.batches.some(batch => batch.ended === undefined) ?? false;
  const answered = useStats(isWorking ? often : seldom);
  const stats = answered.data;
  const isRunning = (stats?.operations.now.running ?? 0) > 0;
  const hasFailed = (stats?.operations.lifetime.failed ?? 0) > 0;
  const queue = useGet('/api/queue', undefined, { poll: isWorking || isRunning ? often : seldom });
  const schedules = useGet('/api/schedules', undefined, { poll: seldom });
  const hasPlan = schedules.data?.schedules.some(schedule => schedule.name === 'heal-sweep' && schedule.runs > 0) ?? false;
  const setup = useSetup();
  const failed = useGet('/api/jobs', { params: { query: { status: 'failed', limit: 50 } } }, { enabled: hasFailed });
  const poisoned = useGet('/api/jobs', { params: { query: { status: 'poisoned', limit: 50 } } }, { enabled: hasFailed });
  const running = useGet('/api/jobs', { params: { query: { status: 'running', limit: 20 } } }, { enabled: isRunning || isWorking, poll: often });
  const plan = useGet('/api/indexers/heal', undefined, { enabled: hasPlan });

  const wasSettled = useRef(false);
  wasSettled.current ||= ![health, batches, answered, queue, schedules, setup, failed, poisoned, plan].some(query => query.isLoading);

  return {
    health: health.data,
    stats,
    lanes: queue.data?.lanes,
    batches: batches.data?.batches,
    schedules: schedules.data?.schedules,
    setup: setup.data,
    failed: failed.data?.jobs,
    poisoned: poisoned.data?.jobs,
    running: isRunning || isWorking ? running.data?.jobs : [],
    plan: plan.data,
    isSettled: wasSettled.current,
    problem: health.error,
    lanesProblem: queue.error,
  };
}
