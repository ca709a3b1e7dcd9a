import { expect, test } from 'vitest';
import { downOf, periodsOf, upOf } from './periods';

const none = { added: 0, upgraded: 0, downgraded: 0, replaced: 0, removed: 0, rescoredUp: 0, rescoredDown: 0, points: 0, rescoredPoints: 0 };

test('The newest comes first, whichever step is chosen', () => {
  const months = [{ ...none, name: '2026-01', from: '2026-01-01' }, { ...none, name: '2026-02', from: '2026-02-01' }];
  const days = [{ ...none, day: '2026-02-03' }, { ...none, day: '2026-02-05' }];
  expect(periodsOf({ days, weeks: [], months }, 'month').map(period => period.name)).toEqual(['February 2026', 'January 2026']);
  expect(periodsOf({ days, weeks: [], months }, 'day').map(period => period.from)).toEqual(['2026-02-05', '2026-02-03']);
});

test('A rescored file counts as better or worse like another file', () => {
  const period = { ...none, upgraded: 2, rescoredUp: 3, downgraded: 1, rescoredDown: 4 };
  expect([upOf(period), downOf(period)]).toEqual([5, 5]);
});
