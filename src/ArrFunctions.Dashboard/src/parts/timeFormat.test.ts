import { expect, test } from 'vitest';
import { isShort, lastKnown, lonely } from './timeFormat';

test('Points within three days are told apart by their time', () => {
  expect(isShort(['2026-01-10T12:00:00Z', '2026-01-11T12:00:00Z'])).toBe(true);
  expect(isShort(['2026-01-10T12:00:00Z', '2026-02-11T12:00:00Z'])).toBe(false);
});

test('The last value is the last that is known', () => {
  expect(lastKnown([1, 2, null])).toBe(2);
  expect(lastKnown([])).toBeNull();
});

test('A value is lonely where its neighbours are not known', () => {
  expect(lonely([1, null, 2, 3, null, 0, null, 4])).toEqual([0, 5, 7]);
  expect(lonely([null, null])).toEqual([]);
});
