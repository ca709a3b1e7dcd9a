import { expect, test } from 'vitest';
import type { HealPlanEntry } from '../shared/types';
import { planGroups } from './planGroups';

const entry = (id: number, more: Partial<HealPlanEntry> = {}): HealPlanEntry =>
  ({ instance: 'prowlarr', id, name: `Indexer ${id}`, protocol: 'torrent', action: 'leave', reason: 'it works', ...more });
const ids = (entries: readonly HealPlanEntry[]) => entries.map(({ id }) => id);

test('Each entry is in one group', () => {
  const groups = planGroups({ indexers: [entry(1, { action: 'disable' }), entry(2, { action: 'restore', test: 'it passed' }), entry(3, { test: 'it may work again' }), entry(4)] });
  expect([groups.disable, groups.restore, groups.tested, groups.left[0]?.entries ?? []].map(ids)).toEqual([[1], [2], [3], [4]]);
});

test('Those that are left alone for the same reason are told of together, after those with a reason of their own', () => {
  const { left } = planGroups({ indexers: [entry(1), entry(2, { reason: 'a person switched it off' }), entry(3)] });
  expect(left.map(({ reason, entries }) => [reason, ids(entries)])).toEqual([['a person switched it off', [2]], ['it works', [1, 3]]]);
});
