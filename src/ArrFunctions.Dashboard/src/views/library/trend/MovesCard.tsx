import { formatSigned } from '../../../format/numbers';
import { formatDate } from '../../../format/time';
import { Card } from '../../../parts/Card';
import { Figure } from '../../../parts/Figure';
import { t } from '../../../texts';
import type { Trends } from '../types';

const text = t.library.trend;

/** How fast it gets better, and the days that do not look like everyday change. */
export function MovesCard({ trends: { velocity, anomalies, patterns } }: { trends: Trends }) {
  return (
    <Card title={text.moves}>
      <dl class="figures">
        <Figure name={text.velocity} value={velocity === undefined ? '–' : formatSigned(velocity)} note={velocity === undefined ? text.noVelocity : text.velocityNote}
          tone={velocity === undefined || velocity === 0 ? '' : velocity > 0 ? 'good' : 'bad'} />
      </dl>
      {patterns.length === 0 ? null : <ul>{patterns.map(pattern => <li key={pattern}><bdi>{pattern}</bdi></li>)}</ul>}
      <h3>{text.anomalies}</h3>
      {anomalies.length === 0 ? <p class="muted">{text.noAnomalies}</p> : (
        <ul class="rows">
          {anomalies.map(anomaly => <li key={`${anomaly.day} ${anomaly.message}`}><strong>{formatDate(anomaly.day)}</strong> <span class="muted">{t.library.files(anomaly.files)}</span><br /><bdi>{anomaly.message}</bdi></li>)}
        </ul>
      )}
    </Card>
  );
}
