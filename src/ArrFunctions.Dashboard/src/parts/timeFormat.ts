import { formatDate, formatDateTime } from '../format/time';

const short = 3 * 86_400_000;

/** Days; where all lies within three of them, times. */
export function timeFormat(times: readonly string[]): (time: string) => string {
  return isShort(times) ? formatDateTime : formatDate;
}

export function isShort(times: readonly string[]): boolean {
  const [first, last] = [times[0], times.at(-1)];
  return first !== undefined && last !== undefined && Date.parse(last) - Date.parse(first) < short;
}

export const lastKnown = (values: readonly (number | null)[]): number | null => values.findLast(value => value !== null) ?? null;

export const said = (value: number | null | undefined, format: (value: number) => string): string => value === null || value === undefined ? '–' : format(value);
