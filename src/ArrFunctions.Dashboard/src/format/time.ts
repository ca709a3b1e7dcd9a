import { t } from '../texts';

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600], ['month', 2_629_800], ['week', 604_800], ['day', 86_400], ['hour', 3600], ['minute', 60],
];

const relative = new Intl.RelativeTimeFormat(t.language, { numeric: 'auto' });
const full = new Intl.DateTimeFormat(t.language, { dateStyle: 'medium', timeStyle: 'medium' });
const short = new Intl.DateTimeFormat(t.language, { dateStyle: 'medium' });

/** "3 minutes ago", "in 2 hours", "now". */
export function formatRelative(time: string, now: number): string {
  const seconds = (Date.parse(time) - now) / 1000;
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  return step === undefined ? t.time.now : relative.format(Math.trunc(seconds / step[1]), step[0]);
}

export const formatDateTime = (time: string): string => full.format(new Date(time));

export const formatDate = (time: string): string => short.format(new Date(time));

/** "1 h 20 min", "45 s": the two largest units. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [[Math.floor(whole / 86_400), t.time.day], [Math.floor(whole % 86_400 / 3600), t.time.hour], [Math.floor(whole % 3600 / 60), t.time.minute], [whole % 60, t.time.second]] as const;
  const first = parts.findIndex(([count]) => count > 0);
  return first < 0 ? `0 ${t.time.second}` : parts.slice(first, first + 2).filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`).join(' ');
}
