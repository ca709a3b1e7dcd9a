import { expect, test } from 'vitest';
import { inGroup, stateOf, type Schedule } from './state';

const schedule = (over: Partial<Schedule>): Schedule => ({
  name: 'health-sweep', description: '', cron: '0 */30 * * * *', dependsOn: [], isEnabled: true, isRunning: false, isHealthy: true, runs: 3, failures: 0, consecutiveFailures: 0, ...over,
});

test('Three failures in a row are trouble, also while it is switched off', () => {
  expect(stateOf(schedule({ isHealthy: false, consecutiveFailures: 3, isEnabled: false }))).toMatchObject({ tone: 'bad', group: 'trouble' });
});

test('One failure of a timer that is switched off is no trouble', () => {
  expect(stateOf(schedule({ consecutiveFailures: 1, isEnabled: false }))).toMatchObject({ tone: 'quiet', group: 'off' });
});

test('A timer that waits for a failed one is trouble', () => {
  expect(stateOf(schedule({ heldBackSince: '2026-01-31T00:00:00Z' }))).toMatchObject({ tone: 'warn', group: 'trouble' });
});

test('A run that is at work does not move the timer to another group', () => {
  expect(stateOf(schedule({ isRunning: true, consecutiveFailures: 1 }))).toMatchObject({ tone: 'accent', group: 'trouble' });
});

test('A timer that never ran is not called well', () => {
  expect(stateOf(schedule({ runs: 0 }))).toEqual({ words: undefined, tone: 'quiet', group: 'on' });
});

test('The one that failed most often comes first, others by name', () => {
  const found = inGroup([schedule({ name: 'b', consecutiveFailures: 1 }), schedule({ name: 'c', consecutiveFailures: 5, isHealthy: false }), schedule({ name: 'a', consecutiveFailures: 1 })], 'trouble');
  expect(found.map(one => one.name)).toEqual(['c', 'a', 'b']);
});
