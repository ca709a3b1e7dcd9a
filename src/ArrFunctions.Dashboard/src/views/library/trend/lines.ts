import type { Line, Room } from '../../../parts/TimeChart';
import { t } from '../../../texts';
import type { Snapshot, Trends } from '../types';

const text = t.library.trend;

export interface Picture {
  times: readonly string[];
  lines: readonly Line[];
  rooms?: readonly Room[];
}

/** Median and mean at each export, and how the median is expected to go on: the forecast begins where the median ends. It is drawn last, as the room between its bounds would cover it. */
export function scoreLines({ snapshots, forecast }: Pick<Trends, 'snapshots' | 'forecast'>): Picture {
  const points = forecast?.points ?? [];
  const last = snapshots.at(-1);
  const ahead = <V>(values: readonly V[]) => [...values, ...points.map(() => null)];
  const median: Line = { name: text.median, tone: 'accent', values: ahead(snapshots.map(one => one.medianScore)) };
  const mean: Line = { name: text.mean, tone: 'muted', values: ahead(snapshots.map(one => one.meanScore)) };
  const times = [...snapshots.map(one => one.time), ...points.map(point => `${point.day}T00:00:00Z`)];
  if (last === undefined || points.length === 0) {
    return { times, lines: [median, mean] };
  }

  const line = (name: string, tone: Line['tone'], of: 'median' | 'low' | 'high'): Line =>
    ({ name, tone, isDashed: true, values: [...snapshots.slice(1).map(() => null), last.medianScore, ...points.map(point => point[of])] });
  return {
    times,
    lines: [median, mean, line(text.high, 'muted', 'high'), line(text.low, 'muted', 'low'), line(text.forecast, 'accent', 'median')],
    rooms: [{ upper: 2, lower: 3 }],
  };
}

/** None of an empty library, nor where another program did not know. */
const shareOf = (count: number | undefined, files: number) => count === undefined || files === 0 ? null : count / files;

/** Shares of the files at each export, 0 to 1. */
export function shareLines(snapshots: readonly Snapshot[]): Picture {
  const line = (name: string, tone: Line['tone'], of: 'atCutoff' | 'negative' | 'candidates'): Line =>
    ({ name, tone, values: snapshots.map(one => shareOf(one[of], one.files)) });
  return {
    times: snapshots.map(one => one.time),
    lines: [line(text.atCutoff, 'good', 'atCutoff'), line(text.negative, 'bad', 'negative'), line(text.candidates, 'other', 'candidates')],
  };
}

export const healthLines = (snapshots: readonly Snapshot[]): Picture =>
  ({ times: snapshots.map(one => one.time), lines: [{ name: text.health, tone: 'accent', values: snapshots.map(one => one.health ?? null) }] });
