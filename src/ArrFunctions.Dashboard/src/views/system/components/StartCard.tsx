import { useGet } from '../../../api/hooks';
import { formatDateTime } from '../../../format/time';
import { Badge } from '../../../parts/Badge';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { formatNumber } from '../../../format/numbers';
import { t } from '../../../texts';

const tones = { waiting: 'quiet', running: 'accent', done: 'good', failed: 'bad' } as const;

/** What the program did since it was started until it worked, step by step. */
export function StartCard() {
  const { data } = useGet('/api/startup-status');
  const start = useGet('/api/startup-status', undefined, { poll: data?.isReady === false ? 1000 : false });
  return (
    <Card title={t.system.start.title} aside={start.data === undefined ? undefined : <small class="muted">{formatDateTime(start.data.begun)}</small>}>
      <Loaded query={start} lines={6}>
        {report => (
          <ol class="rows steps">
            {report.steps.map(step => (
              <li key={step.name}>
                <Badge tone={tones[step.outcome]}>{t.system.start.outcome[step.outcome]}</Badge>
                <div>{step.name}{step.result === undefined ? null : <small class="muted"><bdi>{step.result}</bdi></small>}</div>
                <small class="muted number">{step.milliseconds === undefined ? '' : t.system.start.milliseconds(formatNumber(step.milliseconds))}</small>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Card>
  );
}
