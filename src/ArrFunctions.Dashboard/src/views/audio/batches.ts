import type { Batch, BatchCounts } from './model';

export type CountName = Exclude<keyof BatchCounts, 'settled' | 'total' | 'succeeded'>;

/** In the order in which a bar shows them. */
const order: readonly CountName[] = ['changed', 'planned', 'alreadyCorrect', 'skipped', 'waiting', 'failed', 'poisoned', 'cancelled', 'running', 'queued'];

export interface Segment {
  name: CountName;
  count: number;
  /** Of all, from 0 to 1. */
  share: number;
}

/** What became of the files, without what there is none of. */
export function segmentsOf(counts: BatchCounts): readonly Segment[] {
  return order.filter(name => counts[name] > 0).map(name => ({ name, count: counts[name], share: counts[name] / Math.max(1, counts.total) }));
}

export const isOpen = ({ status }: Batch): boolean => status === 'planning' || status === 'running' || status === 'cancelling';

export const failedOf = ({ failed, poisoned }: BatchCounts): number => failed + poisoned;

/** The service tries again what failed once the batch has ended, and was not cancelled. */
export const canRetryBatch = (batch: Batch): boolean => !isOpen(batch) && batch.status !== 'cancelled' && failedOf(batch.progress.counts) > 0;

/** What began this batch, to begin it again. */
export function bodyOf(batch: Batch, dryRun: boolean) {
  const { path, recursive, patterns, filters } = batch;
  const priority = batch.priority === 'high' || batch.priority === 'low' ? batch.priority : 'normal' as const;
  return {
    kind: 'audio' as const, path, recursive, patterns, dryRun, priority,
    filters: { minSize: filters.minSize ?? null, maxAge: filters.maxAge === undefined ? null : durationOf(filters.maxAge), exclude: filters.exclude },
  };
}

/** "30.00:00:00", as the service shows a time span, as it takes one: "30d". */
export function durationOf(span: string): string {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = /^(?:(\d+)\.)?(\d+):(\d+):(\d+)/.exec(span) ?? [];
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return total % 86_400 === 0 ? `${total / 86_400}d` : total % 3600 === 0 ? `${total / 3600}h` : total % 60 === 0 ? `${total / 60}m` : `${total}s`;
}

/** The lines of a field that takes several. */
export const linesOf = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(line => line !== '');
