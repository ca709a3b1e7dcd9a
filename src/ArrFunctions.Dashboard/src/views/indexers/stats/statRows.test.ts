import { expect, test } from 'vitest';
import { nextSorting, sorted, sortingOf, wordOf, type StatRow } from './statRows';

const row = (name: string, more: Partial<StatRow> = {}): StatRow => ({
  instance: 'prowlarr', id: 1, name, isEnabled: true, questions: 0, failed: 0, success: undefined, availability: undefined, outages: 0,
  longest: undefined, p50: undefined, p95: undefined, grabs: undefined, failedGrabs: undefined, ...more,
});
const names = (rows: readonly StatRow[]) => rows.map(({ name }) => name);

test('What is not known comes last in both directions', () => {
  const rows = [row('None'), row('Good', { success: 1 }), row('Bad', { success: 0.2 })];
  expect(names(sorted(rows, { column: 'success', isDown: true }))).toEqual(['Good', 'Bad', 'None']);
  expect(names(sorted(rows, { column: 'success', isDown: false }))).toEqual(['Bad', 'Good', 'None']);
});

test('Those with the same figure are in the order of their names', () => {
  expect(names(sorted([row('B'), row('A')], { column: 'failed', isDown: true }))).toEqual(['A', 'B']);
});

test('A figure begins with the largest, and turns round when it is chosen again', () => {
  const first = nextSorting(sortingOf('name'), 'failed');
  expect([first, nextSorting(first, 'failed')].map(wordOf)).toEqual(['-failed', 'failed']);
});

test('A column that is not there is passed over', () => {
  expect(wordOf(sortingOf('-price'))).toBe('-questions');
});
