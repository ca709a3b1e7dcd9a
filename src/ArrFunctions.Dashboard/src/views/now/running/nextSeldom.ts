import { parseCron } from '../../schedules/cron';
import type { Schedule } from '../useSituation';

const oftenAnHour = 2;

/** The timer that runs next, of those that do not run all the time anyway. */
export function nextSeldom(schedules: readonly Schedule[]): Schedule | undefined {
  return schedules
    .filter(({ nextRun, cron }) => nextRun !== undefined && (parseCron(cron)?.minutes.length ?? 1) <= oftenAnHour)
    .sort((one, other) => Date.parse(one.nextRun ?? '') - Date.parse(other.nextRun ?? ''))[0];
}
