import { t } from '../../../texts';
import type { Batch, Situation } from '../useSituation';
import type { Notice } from './notice';

const week = 7 * 86_400_000;

/** The last batch of each folder and the last export of each instance, where it failed. */
export function fromBatches({ batches = [] }: Situation, now: number): Notice[] {
  const newest = new Map<string, Batch>();
  for (const batch of batches) {
    const about = `${batch.kind} ${batch.path}`;
    const known = newest.get(about);
    if (known === undefined || batch.created > known.created) {
      newest.set(about, batch);
    }
  }

  return [...newest.values()]
    .filter(batch => (batch.status === 'failed' || batch.status === 'partlyFailed') && now - Date.parse(batch.ended ?? batch.updated) < week || batch.isStalled)
    .map(batch => ({
      id: `batch:${batch.id}`,
      tone: 'warn',
      title: title(batch),
      details: [{
        ...(batch.kind === 'export' ? {} : { subject: batch.path }),
        text: batch.reason ?? t.now.batches.counts(batch.progress.counts.failed + batch.progress.counts.poisoned, batch.progress.counts.total),
      }],
      repairs: [batch.kind === 'export'
        ? { kind: 'link', to: `/library/exports/${encodeURIComponent(batch.id)}`, text: t.now.links.exports }
        : { kind: 'link', to: `/audio/batches/${encodeURIComponent(batch.id)}`, text: t.now.links.batch }],
    }));
}

function title(batch: Batch): string {
  if (batch.isStalled) {
    return t.now.batches.stalled;
  }

  return batch.kind === 'export' ? t.now.batches.exportFailed(batch.path) : t.now.batches.failed(batch.status === 'partlyFailed');
}
