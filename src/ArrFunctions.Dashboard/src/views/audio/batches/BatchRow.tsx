import { Link } from 'wouter-preact';
import { formatNumber } from '../../../format/numbers';
import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import { isOpen } from '../batches';
import { batchLook } from '../look';
import type { Batch } from '../model';
import { CountsBar } from './CountsBar';

/** One batch: its folder, how it stands, and what became of its files. */
export function BatchRow({ batch }: { batch: Batch }) {
  const look = batchLook(batch);
  const { counts, isPlanned } = batch.progress;
  return (
    <li class="batch">
      <div class="job-name">
        <Link href={`/audio/batches/${batch.id}`}><bdi>{batch.path}</bdi></Link>
        <small class="muted">{batch.dryRun ? t.audio.batches.dryRun : t.audio.batches.forReal} · <Ago time={batch.created} /></small>
      </div>
      <div class="job-what">
        <Badge tone={batch.isStalled ? 'warn' : look.tone}>{look.word}</Badge>
        <span class="job-reason">{batch.isStalled ? t.audio.batches.stalled : batch.reason}</span>
      </div>
      <div class="batch-bar">
        <CountsBar counts={counts} label={t.audio.batches.progress(batch.path)} />
        <small class="muted">
          {t.audio.batches.of(formatNumber(counts.settled), formatNumber(counts.total))}
          {isOpen(batch) && !isPlanned ? `, ${t.audio.batches.finding}` : null}
        </small>
      </div>
    </li>
  );
}
