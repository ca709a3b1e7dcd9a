import { t } from '../../texts';
import { parseCron, ticks } from './cron';
import { cronWords } from './cronWords';
import type { Schedule } from './state';

/** When a timer runs within a day, to be drawn. */
export interface DayRow {
  name: string;
  /** So often that single points would be a line. */
  isSteady: boolean;
  isOff: boolean;
  times: readonly number[];
  words: string;
}

export const dayHours = 24;
const mostPoints = 48;

/** Seldom ones first: theirs are the times that one wants to know. */
export function dayRows(schedules: readonly Schedule[], now: number, clock: (time: number) => string): DayRow[] {
  return schedules.map(schedule => rowOf(schedule, now, clock))
    .sort((one, other) => Number(one.isOff) - Number(other.isOff) || one.times.length - other.times.length || (one.times[0] ?? 0) - (other.times[0] ?? 0) || one.name.localeCompare(other.name));
}

function rowOf({ name, cron, isEnabled, nextRun }: Schedule, now: number, clock: (time: number) => string): DayRow {
  const parsed = parseCron(cron);
  const next = nextRun === undefined ? [] : [Date.parse(nextRun)].filter(time => time < now + dayHours * 3_600_000);
  const times = !isEnabled ? [] : parsed === undefined ? next : ticks(parsed, now, dayHours);
  const words = !isEnabled ? t.schedules.day.off
    : times.length === 0 ? t.schedules.day.none
    : times.length <= 4 ? t.schedules.day.at(times.map(clock))
    : cronWords(cron);
  return { name, isSteady: times.length > mostPoints, isOff: !isEnabled, times, words };
}
