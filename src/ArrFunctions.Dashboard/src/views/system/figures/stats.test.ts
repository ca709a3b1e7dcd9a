import { expect, test } from 'vitest';
import { countRows } from './stats';

test('Counts of today stand beside those of all time, and one that is left out is none', () => {
  expect(countRows({ failed: 2 }, { failed: 3, succeeded: 9 }, { succeeded: 'Done', failed: 'Failed' })).toEqual([
    { name: 'Done', today: 0, lifetime: 9 },
    { name: 'Failed', today: 2, lifetime: 3, tone: 'bad' },
  ]);
});
