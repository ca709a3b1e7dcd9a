import type { DayUptime } from './types';

export const stripHeight = 24;
const pitch = 4;
const width = pitch - 1;

export interface StripPaths {
  /** In the units of the picture. */
  width: number;
  up: string;
  down: string;
  unknown: string;
}

/** One bar a day: below how much of it was up, above how much was not; a dash where nothing is known. One path for all bars of a kind. */
export function stripPaths(days: readonly { availability?: number | null }[]): StripPaths {
  let [up, down, unknown] = ['', '', ''];
  days.forEach(({ availability }, day) => {
    const left = day * pitch;
    if (availability === null || availability === undefined) {
      unknown += bar(left, stripHeight - 2, 2);
      return;
    }

    // A day that was not all up shows it, however short it was down; the same the other way round.
    const whole = availability >= 1 ? stripHeight : availability <= 0 ? 0 : Math.min(stripHeight - 3, Math.max(3, Math.round(availability * stripHeight)));
    up += whole > 0 ? bar(left, stripHeight - whole, whole) : '';
    down += whole < stripHeight ? bar(left, 0, whole === 0 ? stripHeight : stripHeight - whole - 1) : '';
  });
  return { width: Math.max(1, days.length * pitch - 1), up, down, unknown };
}

const bar = (left: number, top: number, height: number) => `M${left} ${top}h${width}v${height}h${-width}z`;

/** Which day is at this share of the width. */
export const dayAt = (days: readonly DayUptime[], share: number): DayUptime | undefined =>
  days[Math.min(days.length - 1, Math.max(0, Math.floor(share * days.length)))];

export interface StripSummary {
  up: number;
  down: number;
  unknown: number;
}

/** How many days were up all the time, how many were not, and of how many nothing is known. */
export function summaryOf(days: readonly { availability?: number | null }[]): StripSummary {
  const known = days.filter(({ availability }) => availability !== null && availability !== undefined);
  const up = known.filter(({ availability }) => availability === 1).length;
  return { up, down: known.length - up, unknown: days.length - known.length };
}
