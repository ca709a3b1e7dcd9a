import { formatNumber } from '../../../format/numbers';
import { t } from '../../../texts';
import { byService } from '../grid/arrange';
import { shareOf } from '../shared/figures';
import type { IndexerStatistics } from '../shared/types';

/** Each instance in a line; those that could not be asked say why. */
export function StatTotals({ statistics }: { statistics: IndexerStatistics }) {
  const words = t.indexers.stats;
  return (
    <ul class="stat-totals">
      {byService(statistics.instances).map(one => (
        <li key={one.instance}>
          <strong>{one.instance}</strong>{': '}
          {one.error !== undefined ? one.error : [
            words.onAndOff(one.enabled, one.disabled),
            one.copies > 0 ? words.copies(one.copies) : '',
            one.questions > 0 ? words.asked(formatNumber(one.questions), formatNumber(one.failedQuestions), shareOf(one.successRate)) : '',
          ].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ul>
  );
}
