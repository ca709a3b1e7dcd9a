import { expect, test } from 'vitest';
import { formatDuration, formatRelative } from './time';

const now = Date.parse('2026-01-10T12:00:00Z');

test.each([
  ['2026-01-10T11:59:45Z', 'now'],
  ['2026-01-10T11:57:00Z', '3 minutes ago'],
  ['2026-01-10T14:30:00Z', 'in 2 hours'],
  ['2026-01-09T11:00:00Z', 'yesterday'],
])('%s is said as %s', (time, said) => expect(formatRelative(time, now)).toBe(said));

test.each([[0, '0 s'], [45, '45 s'], [4800, '1 h 20 min'], [86_400, '1 d'], [90_061, '1 d 1 h']])('%d seconds are %s', (seconds, said) => {
  expect(formatDuration(seconds)).toBe(said);
});
