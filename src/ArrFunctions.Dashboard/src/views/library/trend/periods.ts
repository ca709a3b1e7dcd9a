import { formatDate } from '../../../format/time';
import { t } from '../../../texts';
import type { Trends } from '../types';

type Counts = Omit<Trends['days'][number], 'day'>;

export interface Period extends Counts {
  name: string;
  /** Beside the name. */
  note?: string;
  from: string;
}

export const steps = ['day', 'week', 'month'] as const;
export type Step = typeof steps[number];

const month = new Intl.DateTimeFormat(t.language, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Days, weeks or months, the newest first. */
export function periodsOf({ days, weeks, months }: Pick<Trends, 'days' | 'weeks' | 'months'>, step: Step): readonly Period[] {
  switch (step) {
    case 'day': return days.map(day => ({ ...day, name: formatDate(day.day), from: day.day })).reverse();
    case 'week': return weeks.map(week => ({ ...week, name: formatDate(week.from), note: week.name })).reverse();
    case 'month': return months.map(one => ({ ...one, name: month.format(new Date(one.from)) })).reverse();
  }
}

/** Files that got better, and those that got worse. */
export const upOf = (period: Counts): number => period.upgraded + period.rescoredUp;
export const downOf = (period: Counts): number => period.downgraded + period.rescoredDown;
