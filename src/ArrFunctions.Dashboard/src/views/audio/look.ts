import { batchTone } from '../../format/batchTone';
import type { Tone } from '../../parts/Figure';
import { t } from '../../texts';
import type { Batch, Job } from './model';

const tones: Record<Job['status'], Tone> = {
  queued: 'accent', running: 'accent', waiting: 'warn', succeeded: 'good', skipped: 'quiet', failed: 'bad', poisoned: 'bad', cancelled: 'quiet',
};

/** How a job stands, in a word and a tone. */
export function jobLook(job: Job): { tone: Tone; word: string } {
  if (job.isUndone) {
    return { tone: 'quiet', word: t.audio.status.undone };
  }

  if (job.status !== 'succeeded') {
    return { tone: tones[job.status], word: t.audio.status[job.status] };
  }

  return { tone: job.result === 'changed' ? 'good' : job.result === 'planned' ? 'accent' : 'quiet', word: t.audio.status[job.result ?? 'succeeded'] };
}

/** Who asked for a job, in a sentence. */
export const askedBy = (job: Job): string => job.batch === undefined ? t.audio.askedBy[job.source] : t.audio.askedByBatch;

export const batchLook = (batch: Batch): { tone: Tone; word: string } => ({ tone: batchTone[batch.status], word: t.audio.batches.status[batch.status] });

export const canCancel = (job: Job): boolean => job.status === 'queued' || job.status === 'waiting';

/** A queued or running job is worked on as it is; all others can be asked for again. */
export const canRetry = (job: Job): boolean => job.status !== 'queued' && job.status !== 'running';

export const canUndo = (job: Job): boolean => job.undoId !== undefined && !job.isUndone && job.status !== 'queued' && job.status !== 'running';
