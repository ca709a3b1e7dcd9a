import { expect, test } from 'vitest';
import { outcomeOf, rulesOf } from './outcome';

const plan = { instance: 'radarr', next: [], leftOut: [] };
const setting = (key: string, value: string) => ({ key, value, source: 'default', isSet: true, isSecret: false, isLive: true, isPending: false, isFixed: false, default: value, description: '' }) as never;

test('A search that was held back says why', () => {
  expect(outcomeOf({ instances: [{ ...plan, hold: 'no indexer that radarr searches works' }] }, 'radarr')).toBe('Nothing was searched for: no indexer that radarr searches works.');
});

test('Without a candidate nothing was searched for either', () => {
  expect(outcomeOf({ instances: [plan] }, 'radarr')).toBe('Nothing was searched for: no candidate may be searched for.');
});

test('Rules that the service does not tell are left out', () => {
  expect(rulesOf([setting('Library:Search:DryRun', 'true'), setting('Library:Search:PerDay', '10')])).toEqual([['Dry run', 'on: nothing is searched for'], ['Searches a day', '10']]);
});
