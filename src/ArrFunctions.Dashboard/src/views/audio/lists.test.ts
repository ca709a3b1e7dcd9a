import { expect, test } from 'vitest';
import { appended, mergeNewest } from './lists';
import { aJob } from './sample';

const list = (ids: string, hasMore = false) => ({ rows: Array.from(ids).map(id => aJob({ id })), hasMore });
const ids = ({ rows }: { rows: readonly { id: string }[] }) => rows.map(job => job.id).join('');

const at = (hour: number) => aJob({ id: String(hour), updated: `2026-01-01T0${hour}:00:00Z` });

test('Two lists are merged by time', () => {
  expect(ids(mergeNewest({ rows: [at(5), at(1)], hasMore: false }, { rows: [at(4), at(3)], hasMore: false }))).toBe('5431');
});

test('Merged lists end where one of them is not known further', () => {
  expect(ids(mergeNewest({ rows: [at(5), at(3)], hasMore: true }, { rows: [at(4), at(1)], hasMore: false }))).toBe('543');
});

test('A list comes behind another one only when all of that is known', () => {
  expect(ids(appended(list('ab', true), list('c')))).toBe('ab');
  expect(ids(appended(list('ab'), list('c')))).toBe('abc');
});
