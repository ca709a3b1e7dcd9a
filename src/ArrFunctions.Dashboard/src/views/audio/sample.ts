import type { Batch, BatchCounts, Job, Track } from './model';

/** Jobs, tracks and batches for tests. */
export const aJob = (changed: Partial<Job> = {}): Job => ({
  id: 'a1', kind: 'audio', source: 'webhook', lane: 'webhook', path: '/media/movies/Film (2019)/Film (2019).mkv', isDryRun: false, status: 'succeeded', result: 'changed',
  isUndone: false, attempts: 1, created: '2026-01-01T10:00:00Z', updated: '2026-01-01T10:00:01Z', ...changed,
});

export const aTrack = (track: number, language: string, isDefault: boolean, changed: Partial<Track> = {}): Track =>
  ({ track, language, default: isDefault, codec: 'ac3', channels: 6, flags: [], ...changed });

export const counts = (changed: Partial<BatchCounts> = {}): BatchCounts => ({
  queued: 0, running: 0, waiting: 0, changed: 0, alreadyCorrect: 0, planned: 0, skipped: 0, failed: 0, poisoned: 0, cancelled: 0, succeeded: 0, settled: 0, total: 0, ...changed,
});

export const aBatch = (changed: Partial<Batch> = {}): Batch => ({
  id: 'b1', kind: 'audio', status: 'succeeded', path: '/media/movies', recursive: true, patterns: [], filters: { exclude: [] }, dryRun: true, priority: 'normal', actor: 'key:initial',
  attempt: 1, created: '2026-01-01T10:00:00Z', updated: '2026-01-01T10:00:00Z', isStalled: false, progress: { total: 0, isPlanned: true, counts: counts(), percent: 100 }, ...changed,
});
