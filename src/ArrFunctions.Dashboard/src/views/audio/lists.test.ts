import { expect, test } from 'vitest';
import { appended, inPieces, isTorn, mergeNewest, withHead } from './lists';
import { aJob } from './sample';

const list = (ids: string, hasMore = false) => ({ jobs: Array.from(ids).map(id => aJob({ id })), hasMore });
const ids = ({ jobs }: { jobs: readonly { id: string }[] }) => jobs.map(job => job.id).join('');

test('A new row at the beginning comes before those that were fetched', () => {
  expect(ids(withHead(list('xab', true), list('abcd')))).toBe('xabcd');
});

test('A row that has left the beginning is gone', () => {
  expect(ids(withHead(list('ac', true), list('abcd')))).toBe('acd');
});

test('A beginning without more is all there is', () => {
  expect(withHead(list('a'), list('abcd', true))).toEqual(list('a'));
});

test('A beginning that has nothing of the rest is torn from it', () => {
  expect(isTorn(list('xyz', true), list('abc'))).toBe(true);
  expect(isTorn(list('xya', true), list('abc'))).toBe(false);
});

const at = (hour: number) => aJob({ id: String(hour), updated: `2026-01-01T0${hour}:00:00Z` });

test('Two lists are merged by time', () => {
  expect(ids(mergeNewest({ jobs: [at(5), at(1)], hasMore: false }, { jobs: [at(4), at(3)], hasMore: false }))).toBe('5431');
});

test('Merged lists end where one of them is not known further', () => {
  expect(ids(mergeNewest({ jobs: [at(5), at(3)], hasMore: true }, { jobs: [at(4), at(1)], hasMore: false }))).toBe('543');
});

test('A list comes behind another one only when all of that is known', () => {
  expect(ids(appended(list('ab', true), list('c')))).toBe('ab');
  expect(ids(appended(list('ab'), list('c')))).toBe('abc');
});

test('Rows are cut into pieces of a size', () => {
  expect(inPieces([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
});
