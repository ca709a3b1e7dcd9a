import { formatDate, formatDateTime } from '../format/time';
import { t } from '../texts';

const day = 86_400_000;
const clock = new Intl.DateTimeFormat(t.language, { timeStyle: 'short' });
const days = new Intl.DateTimeFormat(t.language, { month: 'short', day: 'numeric' });
const months = new Intl.DateTimeFormat(t.language, { month: 'short', year: 'numeric' });

/** Days; where all lies within three of them, times. */
export function timeFormat(times: readonly string[]): (time: string) => string {
  return isShort(times) ? formatDateTime : formatDate;
}

/** As short as it can be: below the picture there is little room. */
export const axisFormat = (times: readonly string[]): Intl.DateTimeFormat => isShort(times) ? clock : spanOf(times) < 330 * day ? days : months;

export const isShort = (times: readonly string[]): boolean => spanOf(times) < 3 * day;

function spanOf(times: readonly string[]): number {
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined || last === undefined ? 0 : Date.parse(last) - Date.parse(first);
}

export const lastKnown = (values: readonly (number | null)[]): number | null => values.findLast(value => value !== null) ?? null;

/** Places of values that no other one is beside. */
export const lonely = (values: readonly (number | null)[]): readonly number[] =>
  values.flatMap((value, at) => value !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null ? [at] : []);

export const said = (value: number | null | undefined, format: (value: number) => string): string => value === null || value === undefined ? '–' : format(value);
