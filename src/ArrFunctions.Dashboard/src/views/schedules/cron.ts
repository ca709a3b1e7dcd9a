/** A cron expression of six fields, seconds first, as the values at which it ticks. */
export interface Cron {
  minutes: readonly number[];
  hours: readonly number[];
  monthDays: readonly number[];
  months: readonly number[];
  weekdays: readonly number[];
}

const ranges = [[0, 59], [0, 59], [0, 23], [1, 31], [1, 12], [0, 7]] as const;

/** Undefined: it has a form that is not known here, or is not one at all. */
export function parseCron(text: string): Cron | undefined {
  const fields = text.trim().split(/\s+/);
  const values = ranges.map(([from, to], at) => parseField(fields[at] ?? '', from, to));
  const [seconds, minutes, hours, monthDays, months, weekdays] = values;
  return fields.length !== 6 || seconds?.length !== 1 || minutes === undefined || hours === undefined || monthDays === undefined || months === undefined || weekdays === undefined
    ? undefined
    : { minutes, hours, monthDays, months, weekdays: [...new Set(weekdays.map(day => day % 7))] };
}

function parseField(text: string, from: number, to: number): number[] | undefined {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (match === null) {
      return undefined;
    }

    const [, first, last, step] = match;
    const begin = first === undefined ? from : Number(first);
    const end = last !== undefined ? Number(last) : first === undefined || step !== undefined ? to : begin;
    if (begin < from || end > to || step === '0') {
      return undefined;
    }

    for (let value = begin; value <= end; value += Number(step ?? 1)) {
      found.add(value);
    }
  }

  return [...found].sort((one, other) => one - other);
}

const minute = 60_000;

/** The minutes at which it ticks, from a time on, for some hours. Times of cron are UTC. */
export function ticks(cron: Cron, from: number, hours: number): number[] {
  const found: number[] = [];
  const first = Math.ceil(from / minute) * minute;
  for (let time = first; time < from + hours * 60 * minute; time += minute) {
    const date = new Date(time);
    if (cron.minutes.includes(date.getUTCMinutes()) && cron.hours.includes(date.getUTCHours()) && isDay(cron, date)) {
      found.push(time);
    }
  }

  return found;
}

const isDay = (cron: Cron, date: Date): boolean =>
  cron.monthDays.includes(date.getUTCDate()) && cron.months.includes(date.getUTCMonth() + 1) && cron.weekdays.includes(date.getUTCDay());
