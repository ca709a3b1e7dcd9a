import { t } from '../../../texts';
import type { Situation } from '../useSituation';
import type { Notice } from './notice';

export function fromSchedules({ schedules = [] }: Situation): Notice[] {
  return schedules.filter(schedule => !schedule.isHealthy).map(schedule => ({
    id: `schedule:${schedule.name}`,
    tone: 'warn',
    title: t.now.schedules.failed(schedule.name, schedule.consecutiveFailures),
    details: [{ text: schedule.lastOutcome ?? schedule.description }],
    repairs: [{ kind: 'runSchedule', name: schedule.name }, { kind: 'link', to: '/schedules', text: t.now.links.schedules }],
  }));
}
