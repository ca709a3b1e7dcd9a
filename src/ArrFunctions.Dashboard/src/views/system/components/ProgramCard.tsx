import { root } from '../../../api/client';
import { useGet } from '../../../api/hooks';
import { formatDuration } from '../../../format/time';
import { Ago } from '../../../parts/Ago';
import { Figure } from '../../../parts/Figure';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { statsOf } from '../figures/stats';

/** Version and uptime, and where programs find what people see here. */
export function ProgramCard() {
  const query = useGet('/api/stats', undefined, { poll: 60_000 });
  return (
    <Loaded query={query} lines={2}>
      {data => {
        const stats = statsOf(data);
        return (
          <dl class="figures">
            <Figure name={t.system.program.version} value={stats.version} />
            <Figure name={t.system.program.uptime} value={formatDuration(stats.uptimeSeconds)} note={<Ago time={stats.started} />} />
            <Figure name={t.system.program.programs} value={<a href={`${root}/openapi`} target="_blank" rel="noreferrer">{t.system.program.openapi}</a>} note={t.system.program.metrics} />
          </dl>
        );
      }}
    </Loaded>
  );
}
