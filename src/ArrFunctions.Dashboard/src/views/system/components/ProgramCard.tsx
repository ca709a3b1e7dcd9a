import { root } from '../../../api/client';
import { useStats } from '../../../api/stats';
import { formatDateTime, formatDuration } from '../../../format/time';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';

/** Version and uptime, and where programs find what people see here. */
export function ProgramCard() {
  const texts = t.system.program;
  const query = useStats(60_000);
  return (
    <Card title={texts.title}>
      <Loaded query={query} lines={2}>
        {({ version, started, uptimeSeconds }) => (
            <div class="about">
              <span>{texts.version} <b>{version}</b></span>
              <span>{texts.uptime} <b>{formatDuration(uptimeSeconds)}</b></span>
              <span class="muted">{texts.since(formatDateTime(started))}</span>
              <a href={`${root}/openapi`} target="_blank" rel="noreferrer">{texts.openapi}</a>
            </div>
        )}
      </Loaded>
      <p class="muted">{texts.metrics}</p>
    </Card>
  );
}
