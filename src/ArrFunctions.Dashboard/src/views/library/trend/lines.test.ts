import { expect, test } from 'vitest';
import { scoreLines, shareLines } from './lines';

const snapshot = (time: string, medianScore: number, files = 10) => ({ time, exportId: time, files, bytes: 1, meanScore: medianScore - 5, medianScore, atCutoff: 5, negative: 1, candidates: 4 });
const snapshots = [snapshot('2026-01-01T05:30:00Z', 100), snapshot('2026-01-08T05:30:00Z', 120)];

test('A forecast begins where the median ends, with its bounds', () => {
  const { times, lines, rooms } = scoreLines({ snapshots, forecast: { points: [{ day: '2026-01-15', median: 130, low: 110, high: 150 }], trials: 12 } });
  expect(times).toHaveLength(3);
  expect(lines.map(line => line.values)).toEqual([[100, 120, null], [95, 115, null], [null, 120, 150], [null, 120, 110], [null, 120, 130]]);
  expect(rooms).toEqual([{ upper: 2, lower: 3 }]);
});

test('Without a forecast there is median and mean', () => expect(scoreLines({ snapshots }).lines).toHaveLength(2));

test('An empty library has no shares', () => {
  expect(shareLines([snapshot('2026-01-01T05:30:00Z', 0, 0), snapshots[1] ?? snapshot('', 0)]).lines.map(line => line.values)).toEqual([[null, 0.5], [null, 0.1], [null, 0.4]]);
});
