import { formatNumber } from '../../../format/numbers';
import { t } from '../../../texts';
import { segmentsOf } from '../batches';
import type { BatchCounts } from '../model';

/** What became of the files, as one bar. */
export function CountsBar({ counts, label }: { counts: BatchCounts; label: string }) {
  const segments = segmentsOf(counts);
  const words = segments.map(({ name, count }) => `${formatNumber(count)} ${t.audio.batches.counts[name]}`).join(', ');
  return (
    <div class="counts" role="img" aria-label={`${label}: ${words}`} title={words}>
      {segments.map(({ name, share }) => <i key={name} class={name} style={{ flexGrow: share }} />)}
    </div>
  );
}

/** The names and numbers to the bar. */
export function CountsLegend({ counts }: { counts: BatchCounts }) {
  return (
    <ul class="counts-legend">
      {segmentsOf(counts).map(({ name, count }) => <li key={name}><i class={name} aria-hidden="true" /><strong>{formatNumber(count)}</strong> {t.audio.batches.counts[name]}</li>)}
    </ul>
  );
}
