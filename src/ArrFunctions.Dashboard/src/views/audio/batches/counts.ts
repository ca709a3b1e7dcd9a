import { formatNumber } from '../../../format/numbers';
import { t } from '../../../texts';
import { failedOf } from '../batches';
import type { Filter } from '../filters';
import type { BatchCounts } from '../model';

const list = new Intl.ListFormat(t.language, { type: 'conjunction' });

/** "3 files would be changed, 12 are right, and 1 is left alone." */
export function previewOf(counts: BatchCounts): string {
  const others: readonly (readonly [number, (count: number) => string])[] = [
    [counts.changed, t.audio.batch.done], [counts.alreadyCorrect, t.audio.batch.right], [counts.skipped, t.audio.batch.skipped], [counts.waiting, t.audio.batch.waiting], [failedOf(counts), t.audio.batch.failed],
  ];
  const words = others.filter(([count]) => count > 0).map(([count, say]) => say(count));
  return counts.planned === 0 ? `${t.audio.batch.nothing} ${words.length === 0 ? '' : `${list.format(words)}.`}`.trim() : `${list.format([t.audio.batch.would(counts.planned), ...words])}.`;
}

/** How many files each list of a batch has. */
export function countTexts(counts: BatchCounts): Partial<Record<Filter['key'], string>> {
  const { waiting, changed, planned, alreadyCorrect, skipped, cancelled } = counts;
  const all = { needsYou: failedOf(counts), work: counts.running + counts.queued, waiting, changed, planned, alreadyCorrect, skipped, cancelled };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0).map(([key, count]) => [key, formatNumber(count)]));
}
