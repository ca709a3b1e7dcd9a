import { formatDateTime } from '../../../format/time';
import { formatNumber, formatSigned } from '../../../format/numbers';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import { priorityTone } from '../tones';
import type { SearchPlan } from '../types';

const text = t.library.search;

/** What would be searched for, in which order, and what is left out and why. */
export function PlanView({ plan: { hold, until, next, leftOut } }: { plan: SearchPlan }) {
  return (
    <div class="plan" role="status">
      {hold === undefined ? null : <p class="note warn"><strong>{text.hold}:</strong> <bdi>{hold}</bdi>{until === undefined ? null : <><br />{text.until}: {formatDateTime(until)}</>}</p>}
      {hold !== undefined ? null : next.length === 0 ? <p>{text.none}</p> : (
        <>
          <h3>{text.next}</h3>
          <p class="muted">{text.one}</p>
          <ol class="rows">
            {next.map(one => (
              <li key={`${one.item.titleId}-${one.item.episodeId}`} class="planned">
                <strong><bdi>{one.name}</bdi></strong> <Badge tone={priorityTone[one.priority]}>{t.library.priorities[one.priority]}</Badge> <span class="muted">{text.couldGain(formatSigned(one.gain))}</span>
                <p><bdi>{one.reason}</bdi></p>
              </li>
            ))}
          </ol>
        </>
      )}
      {leftOut.length === 0 ? null : (
        <>
          <h3>{text.leftOut}</h3>
          <ul class="rows">
            {leftOut.map(left => (
              <li key={left.reason} class="left-out">
                <span class="number">{formatNumber(left.count)}</span>
                <span>{text.reasons[left.reason]}<br /><small class="muted"><bdi>{left.first.join(', ')}</bdi>{left.count > left.first.length ? <> {text.andMore}</> : null}</small></span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
