import { formatNumber } from '../../../format/numbers';
import { t } from '../../../texts';
import { useJobStats } from '../useJobStats';

const shown = ['succeeded', 'skipped', 'failed', 'poisoned'] as const;

/** What came of the jobs of today, in a line. */
export function Today() {
  const today = useJobStats().data?.today;
  const counts = shown.filter(status => (today?.[status] ?? 0) > 0);
  return counts.length === 0 ? null : (
    <p class="today muted">
      {t.audio.list.today}{':'} {counts.map(status => t.audio.list.todayCount(t.audio.status[status].toLowerCase(), formatNumber(today?.[status] ?? 0))).join(' · ')}
    </p>
  );
}
