import { t } from '../../texts';
import { parseCron, type Cron } from './cron';

/** When it ticks, as one says it; a form that is not common stays as it is written. */
export function cronWords(text: string): string {
  const cron = parseCron(text);
  return (cron === undefined ? undefined : words(cron)) ?? text;
}

function words(cron: Cron): string | undefined {
  const isEveryMonth = cron.months.length === 12;
  const isEveryDay = isEveryMonth && cron.monthDays.length === 31 && cron.weekdays.length === 7;
  if (isEveryDay && cron.hours.length === 24) {
    return hourly(cron.minutes);
  }

  const step = stepOf(cron.hours, 24);
  const [minute, ...more] = cron.minutes;
  if (minute === undefined || more.length > 0) {
    return undefined;
  }

  if (isEveryDay && step !== undefined) {
    return minute === 0 ? t.schedules.every.hours(step) : t.schedules.every.hoursAt(step, minute);
  }

  return cron.hours.length > 4 || !isEveryMonth ? undefined : daily(cron, cron.hours.map(hour => `${two(hour)}:${two(minute)}`));
}

function hourly(minutes: readonly number[]): string | undefined {
  const step = stepOf(minutes, 60);
  if (step !== undefined) {
    return step === 1 ? t.schedules.every.minute : t.schedules.every.minutes(step);
  }

  const [minute] = minutes;
  return minute !== undefined && minutes.length === 1 ? t.schedules.every.hour(minute) : minutes.length <= 4 ? t.schedules.every.hourAt(minutes) : undefined;
}

function daily({ monthDays, weekdays }: Cron, times: readonly string[]): string | undefined {
  if (monthDays.length === 31) {
    return weekdays.length === 7 ? t.schedules.every.day(times) : t.schedules.every.weekday(weekdays, times);
  }

  const [day] = monthDays;
  return day !== undefined && monthDays.length === 1 && weekdays.length === 7 ? t.schedules.every.monthDay(day, times) : undefined;
}

/** 0, 5, 10 ... of 60 is 5; undefined where the values are not even, or there is only one. */
function stepOf(values: readonly number[], whole: number): number | undefined {
  const step = whole / values.length;
  return values.length > 1 && Number.isInteger(step) && values.every((value, at) => value === at * step) ? step : undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');
