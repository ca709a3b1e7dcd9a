import { fileOf } from '../../../format/paths';
import { t } from '../../../texts';
import type { Batch, Job, Schedule, Situation } from '../useSituation';

/** Something that is at work. */
export interface RunningRow {
  id: string;
  title: string;
  to: string;
  /** 0 to 1; undefined: it cannot be told. */
  share: number | undefined;
  notes: readonly string[];
  since?: string | undefined;
}

/** Batches and exports first, since they last long; then their own jobs are not told one by one. */
export function runningRows({ batches = [], running = [], schedules = [] }: Situation, format: { number: (value: number) => string; duration: (seconds: number) => string }, now: number): RunningRow[] {
  return [
    ...batches.filter(batch => batch.ended === undefined).map(batch => ofBatch(batch, format, now)),
    ...running.filter(job => job.batch === undefined).map(ofJob),
    ...schedules.filter(schedule => schedule.isRunning).map(ofSchedule),
  ];
}

function ofBatch(batch: Batch, { number, duration }: Parameters<typeof runningRows>[1], now: number): RunningRow {
  const { progress } = batch;
  const failures = progress.counts.failed + progress.counts.poisoned;
  return {
    id: batch.id,
    title: batch.kind === 'export' ? t.now.running.export(batch.path) : batch.path,
    to: batch.kind === 'export' ? `/library/exports/${encodeURIComponent(batch.id)}` : `/audio/batches/${encodeURIComponent(batch.id)}`,
    share: progress.isPlanned ? progress.percent / 100 : undefined,
    since: batch.created,
    notes: [
      t.now.running.items(number(progress.counts.settled), number(progress.total)),
      progress.isPlanned ? '' : t.now.running.planning,
      batch.status === 'cancelling' ? t.now.running.cancelling : '',
      progress.itemsPerSecond === undefined ? '' : t.now.running.rate(number(progress.itemsPerSecond)),
      progress.eta === undefined ? '' : t.now.running.left(duration((Date.parse(progress.eta) - now) / 1000)),
      failures === 0 ? '' : t.now.running.failures(failures),
      batch.dryRun ? t.now.running.dryRun : '',
    ].filter(note => note !== ''),
  };
}

function ofJob(job: Job): RunningRow {
  return {
    id: job.id,
    title: job.title ?? fileOf(job.path),
    to: `/audio/jobs/${encodeURIComponent(job.id)}`,
    share: job.progress === undefined ? undefined : job.progress.percent / 100,
    since: job.updated,
    notes: [t.laneName(job.lane), job.instance ?? '', job.isDryRun ? t.now.running.dryRun : ''].filter(note => note !== ''),
  };
}

const ofSchedule = (schedule: Schedule): RunningRow => ({
  id: schedule.name, title: schedule.name, to: '/schedules', share: undefined, since: schedule.lastStart, notes: [t.now.running.schedule, schedule.description],
});
