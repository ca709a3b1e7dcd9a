import { expect, test } from 'vitest';
import { sorted } from './sorting';

test('What is not known is last whichever way one sorts', () => {
  const rows: { score?: number }[] = [{}, { score: 3 }, { score: -1 }];
  expect(sorted(rows, row => row.score, false).map(row => row.score)).toEqual([-1, 3, undefined]);
  expect(sorted(rows, row => row.score, true).map(row => row.score)).toEqual([3, -1, undefined]);
});

test('Numbers within names count as numbers', () => {
  expect(sorted(['Season 10', 'season 9'], row => row, false)).toEqual(['season 9', 'Season 10']);
});

test('Rows that are alike keep their order', () => {
  const rows = [{ name: 'b', score: 1 }, { name: 'a', score: 1 }];
  expect(sorted(rows, row => row.score, true).map(row => row.name)).toEqual(['b', 'a']);
});
