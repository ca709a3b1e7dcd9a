import { useGet } from '../../../api/hooks';
import { formatNumber } from '../../../format/numbers';
import { Badge } from '../../../parts/Badge';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';

export function LanesCard() {
  const texts = t.system.figures.lanes;
  return (
    <Card title={texts.title}>
      <Loaded query={useGet('/api/queue')}>
        {({ lanes }) => (
          <table>
            <thead><tr><th scope="col">{texts.lane}</th><th scope="col" class="number">{texts.messages}</th><th scope="col" class="number">{texts.workers}</th></tr></thead>
            <tbody>
              {lanes.map(lane => (
                <tr key={lane.lane}>
                  <th scope="row">{t.laneName(lane.lane)} {lane.isPaused ? <Badge tone="warn">{texts.paused}</Badge> : null}</th>
                  <td class="number">{formatNumber(lane.messages)}</td>
                  <td class="number">{formatNumber(lane.workers)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </Card>
  );
}
