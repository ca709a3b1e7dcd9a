import { formatNumber, formatShare } from '../../../format/numbers';
import { formatDuration } from '../../../format/time';
import { Figure } from '../../../parts/Figure';
import { t } from '../../../texts';
import type { Stats } from '../../../api/stats';

export function NowFigures({ stats }: { stats: Stats }) {
  const { now, today, lifetime } = stats.operations;
  const { names, notes } = t.system.figures;
  const rate = lifetime.successRate ?? undefined;
  return (
    <dl class="figures">
      <Figure name={names.queued} value={formatNumber(now.queued)} note={notes.running(formatNumber(now.running))} tone={now.running > 0 ? 'accent' : ''} />
      <Figure name={names.waiting} value={formatNumber(now.waiting)} note={notes.waiting} />
      <Figure name={names.today} value={formatNumber(today.total)} note={notes.failed(formatNumber(today.failed))} />
      <Figure name={names.rate} value={rate === undefined ? '–' : formatShare(rate)} note={notes.rate} />
      <Figure name={names.uptime} value={formatDuration(stats.uptimeSeconds)} />
    </dl>
  );
}
