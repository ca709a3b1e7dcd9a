import { expect, test } from 'vitest';
import { dayRows } from './dayRows';
import type { Schedule } from './state';

const now = Date.parse('2026-01-31T12:00:00Z');
const clock = (time: number) => new Date(time).toISOString().slice(11, 16);
const schedule = (name: string, cron: string, over: Partial<Schedule> = {}): Schedule => ({
  name, cron, description: '', dependsOn: [], isEnabled: true, isRunning: false, isHealthy: true, runs: 0, failures: 0, consecutiveFailures: 0, ...over,
});

test('Seldom timers come before those that run all the time, and those that are off come last', () => {
  const rows = dayRows([schedule('off', '0 0 4 * * *', { isEnabled: false }), schedule('often', '0 * * * * *'), schedule('late', '0 0 5 * * *'), schedule('early', '0 0 4 * * *')], now, clock);
  expect(rows.map(row => [row.name, row.isSteady, row.words])).toEqual([
    ['early', false, '04:00'], ['late', false, '05:00'], ['often', true, 'every minute'], ['off', false, 'switched off'],
  ]);
});

test('Of a form that is not known the next run is shown, where it is within the day', () => {
  const rows = dayRows([
    schedule('a', '0 0 4 L * *', { nextRun: '2026-01-31T20:00:00Z' }),
    schedule('b', '0 0 4 L * *', { nextRun: '2026-02-28T04:00:00Z' }),
  ], now, clock);
  expect(rows.map(row => row.words)).toEqual(['not within 24 hours', '20:00']);
});
