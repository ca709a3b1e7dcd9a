import { formatNumber, formatShare } from '../../../format/numbers';
import { formatDuration } from '../../../format/time';
import { Ago } from '../../../parts/Ago';
import { Card } from '../../../parts/Card';
import { Figure } from '../../../parts/Figure';
import { ProgressBar } from '../../../parts/ProgressBar';
import { t } from '../../../texts';
import { isOpen } from '../batches';
import type { Batch } from '../model';
import { CountsBar, CountsLegend } from './CountsBar';

/** How far it is, how fast, until when, and what became of the files so far. */
export function BatchProgress({ batch }: { batch: Batch }) {
  const { progress } = batch;
  const runs = isOpen(batch);
  return (
    <Card title={t.audio.batch.progress}>
      {runs ? <ProgressBar share={progress.isPlanned ? progress.percent / 100 : undefined} label={t.audio.batches.progress(batch.path)} /> : null}
      {batch.isStalled ? <p class="note warn">{t.audio.batches.stalled}</p> : null}
      {runs || batch.dryRun || batch.reason === undefined ? null : <p class="lead"><bdi>{batch.reason}</bdi></p>}
      <dl class="figures">
        <Figure name={t.audio.batch.share} value={formatShare(progress.percent / 100)} />
        <Figure name={t.audio.batch.settled} value={t.audio.batches.of(formatNumber(progress.counts.settled), formatNumber(progress.total))}
          note={runs && !progress.isPlanned ? t.audio.batches.finding : undefined} />
        {runs ? <Pace rate={progress.itemsPerSecond} /> : null}
        {runs ? <Figure name={t.audio.batch.eta} value={progress.eta === undefined ? t.audio.batch.unknown : <Ago time={progress.eta} />} /> : null}
        {batch.ended === undefined ? null : <Figure name={t.audio.batch.took} value={took(batch.created, batch.ended)} />}
      </dl>
      <h3>{t.audio.batch.counts}</h3>
      <CountsBar counts={progress.counts} label={t.audio.batch.counts} />
      <CountsLegend counts={progress.counts} />
    </Card>
  );
}

function Pace({ rate }: { rate: number | undefined }) {
  if (rate === undefined) {
    return <Figure name={t.audio.batch.pace} value={t.audio.batch.unknown} />;
  }

  return rate >= 1
    ? <Figure name={t.audio.batch.pace} value={formatNumber(rate >= 10 ? Math.round(rate) : rate)} note={t.audio.batch.perSecond} />
    : <Figure name={t.audio.batch.pace} value={formatNumber(rate * 60)} note={t.audio.batch.perMinute} />;
}

function took(from: string, to: string): string {
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return seconds < 1 ? t.audio.batch.underASecond : formatDuration(seconds);
}
