import { answer, client } from '../../api/client';
import { ActionButton } from '../../parts/ActionButton';
import { t } from '../../texts';
import type { Schedule } from './state';

const changes = ['/api/schedules', '/health'];

export function ScheduleActions({ schedule: { name, isEnabled, isRunning } }: { schedule: Schedule }) {
  const params = { path: { name } };
  return (
    <span class="actions">
      <ActionButton act={() => answer(client.POST('/api/schedules/{name}/run', { params }))} changes={changes} label={t.schedules.runLabel(name)} disabled={isRunning}
        done={({ lastOutcome }) => lastOutcome === undefined ? t.schedules.ranSilently(name) : t.schedules.ran(name, lastOutcome)}>
        {t.schedules.run}
      </ActionButton>
      {isEnabled
        ? (
          <ActionButton act={() => answer(client.POST('/api/schedules/{name}/disable', { params }))} changes={changes} label={t.schedules.disableLabel(name)}
            done={() => t.schedules.disabled(name)} isQuiet>
            {t.schedules.disable}
          </ActionButton>
        )
        : (
          <ActionButton act={() => answer(client.POST('/api/schedules/{name}/enable', { params }))} changes={changes} label={t.schedules.enableLabel(name)}
            done={() => t.schedules.enabled(name)} isPrimary>
            {t.schedules.enable}
          </ActionButton>
        )}
    </span>
  );
}
