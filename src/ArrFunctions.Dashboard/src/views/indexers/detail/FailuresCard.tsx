import { Ago } from '../../../parts/Ago';
import { Card } from '../../../parts/Card';
import { Histogram } from '../../../parts/Histogram';
import { t } from '../../../texts';
import { classOf, failureClassOf } from '../shared/figures';
import type { IndexerUptime } from '../shared/types';

/** The last failures with what was said of them, and how many there were of each kind. */
export function FailuresCard({ uptime: { recentFailures, windows } }: { uptime: IndexerUptime }) {
  const words = t.indexers.detail;
  const kinds = Object.entries(windows.at(-1)?.failuresByClass ?? {}).sort(([, a], [, b]) => b - a);
  return (
    <Card title={words.failures}>
      {recentFailures.length === 0 ? <p class="muted">{words.noFailure}</p> : (
        <>
          {kinds.length === 0 ? null : <Histogram label={words.byClass} unit={words.failed} bands={kinds.map(([kind, count]) => ({ label: classOf(kind), count, tone: 'bad' }))} />}
          <ul class="rows failures">
            {recentFailures.map(({ time, source, class: kind, reason }, at) => (
              <li key={`${time}:${at}`}>
                <p><Ago time={time} />{': '}{failureClassOf(kind)} <small class="muted">{source === null ? null : words.sources[source]}</small></p>
                {reason === null ? null : <p class="muted">{reason}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
