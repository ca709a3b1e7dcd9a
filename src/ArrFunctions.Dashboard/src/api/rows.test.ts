import { expect, test } from 'vitest';
import { inPieces, isTorn, withHead } from './rows';

const idOf = (row: string) => row;
const list = (rows: string, hasMore = false) => ({ rows: Array.from(rows), hasMore });
const joined = (head: ReturnType<typeof list>, known: ReturnType<typeof list>) => withHead(head, known, idOf).rows.join('');

test('A new row at the beginning comes before those that were fetched', () => {
  expect(joined(list('xab', true), list('abcd'))).toBe('xabcd');
});

test('A row that has left the beginning is gone', () => {
  expect(joined(list('ac', true), list('abcd'))).toBe('acd');
});

test('A beginning without more is all there is', () => {
  expect(withHead(list('a'), list('abcd', true), idOf)).toEqual(list('a'));
});

test('A beginning that has nothing of the rest is torn from it', () => {
  expect(isTorn(list('xyz', true), list('abc'), idOf)).toBe(true);
  expect(isTorn(list('xya', true), list('abc'), idOf)).toBe(false);
});

test('Rows are cut into pieces of a size', () => {
  expect(inPieces([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
});
