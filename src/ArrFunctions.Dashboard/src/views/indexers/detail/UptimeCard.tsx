import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import { formatDay, shareOf } from '../shared/figures';
import { UptimeStrip } from '../shared/UptimeStrip';
import type { IndexerUptime } from '../shared/types';
import { WindowTable } from './WindowTable';

/** How it did in each window, and on each of 90 days. */
export function UptimeCard({ name, uptime }: { name: string; uptime: IndexerUptime }) {
  const { days, windows } = uptime;
  const words = t.indexers.detail;
  const longest = windows.find(one => one.days === 90) ?? windows.at(-1);
  return (
    <Card title={words.uptime}>
      <div class="strip-90"><UptimeStrip name={name} days={days} share={longest?.availability} /></div>
      <p class="strip-ends muted"><span>{formatDay(days[0]?.day ?? '')}</span><span>{words.today}</span></p>
      <StripLegend />
      <WindowTable windows={windows} />
      <details>
        <summary>{words.days}</summary>
        <div class="scroll strip-days" tabIndex={0} role="region" aria-label={words.days}>
          <table>
            <thead><tr><th scope="col">{t.parts.day}</th><th scope="col" class="number">{words.up}</th></tr></thead>
            <tbody>{days.toReversed().map(({ day, availability }) => <tr key={day}><th scope="row">{formatDay(day)}</th><td class="number">{shareOf(availability)}</td></tr>)}</tbody>
          </table>
        </div>
      </details>
    </Card>
  );
}

function StripLegend() {
  const words = t.indexers.strip;
  return <ul class="legend strip-legend"><li><i class="up" aria-hidden="true" />{words.up}</li><li><i class="down" aria-hidden="true" />{words.down}</li><li><i class="unknown" aria-hidden="true" />{words.unknown}</li></ul>;
}
