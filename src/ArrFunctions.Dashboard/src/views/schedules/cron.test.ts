import { expect, test } from 'vitest';
import { parseCron, ticks } from './cron';
import { cronWords } from './cronWords';

test.each([
  ['0 * * * * *', 'every minute'],
  ['30 * * * * *', 'every minute'],
  ['0 */5 * * * *', 'every 5 minutes'],
  ['0 */30 * * * *', 'every 30 minutes'],
  ['0 0 * * * *', 'every hour'],
  ['0 40 * * * *', 'every hour at :40'],
  ['0 7,37 * * * *', 'every hour at :07 and :37'],
  ['0 0 */2 * * *', 'every 2 hours'],
  ['0 15 */6 * * *', 'every 6 hours at :15'],
  ['0 10 4 * * *', 'every day at 04:10 UTC'],
  ['0 0 4,16 * * *', 'every day at 04:00 and 16:00 UTC'],
  ['0 30 5 * * 1', 'on Mondays at 05:30 UTC'],
  ['0 30 5 * * 7', 'on Sundays at 05:30 UTC'],
  ['0 0 3 1 * *', 'on day 1 of each month at 03:00 UTC'],
])('The common form %s is said as %s', (cron, words) => {
  expect(cronWords(cron)).toBe(words);
});

test.each(['0 0 4 L * *', '0 1,2,3,5,8 * * * *', '0 0 4 * 1 *', '0 99 4 * * *', '0 */0 * * * *', '*/10 * * * * *', '0 0 4 * *', 'nonsense'])('The form %s stays as it is written', cron => {
  expect(cronWords(cron)).toBe(cron);
});

test('Ticks of a day are counted in UTC and begin after the time that is given', () => {
  const cron = parseCron('0 30 */6 * * *');
  const found = cron === undefined ? [] : ticks(cron, Date.parse('2026-01-31T06:30:01Z'), 24);
  expect(found.map(time => new Date(time).toISOString())).toEqual([
    '2026-01-31T12:30:00.000Z', '2026-01-31T18:30:00.000Z', '2026-02-01T00:30:00.000Z', '2026-02-01T06:30:00.000Z',
  ]);
});

test('A weekday keeps a timer from ticking on the others', () => {
  const cron = parseCron('0 0 5 * * 1');
  expect(cron === undefined ? [] : ticks(cron, Date.parse('2026-01-31T00:00:00Z'), 24)).toEqual([]);
});
