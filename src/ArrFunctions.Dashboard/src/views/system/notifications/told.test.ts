import { expect, test } from 'vitest';
import { secondsOf, toldOf } from './told';

test('What the service tells of a target is how it stands, what waits, and why', () => {
  const told = toldOf({
    targets: [
      { name: 'team', kind: 'discord', host: 'discord.com', state: 'outOfOrder', waiting: 3, forDigest: 4, lastSent: '2026-01-31T12:00:00Z', nextTry: '2026-01-31T13:00:00Z', lastTrouble: 'It answered 404.' },
      { name: 'phone', kind: 'Ntfy', host: 'ntfy.sh', isOutOfOrder: false, waiting: 0, digest: 1 },
    ],
    rules: ['job.failed: now'], quietHours: '22:00 to 07:00 (Europe/Berlin)', areQuietNow: true, repeatAfterSeconds: 21_600,
  });
  expect(told.targets).toEqual([
    { name: 'team', kind: 'discord', host: 'discord.com', state: 'outOfOrder', waiting: 3, digest: 4, lastSent: '2026-01-31T12:00:00Z', nextTry: '2026-01-31T13:00:00Z', trouble: 'It answered 404.' },
    { name: 'phone', kind: 'ntfy', host: 'ntfy.sh', state: 'working', waiting: 0, digest: 1, lastSent: undefined, nextTry: undefined, trouble: undefined },
  ]);
  expect(told).toMatchObject({ rules: [{ text: 'job.failed: now', parts: undefined }], quietHours: '22:00 to 07:00 (Europe/Berlin)', areQuietNow: true, repeatAfter: 21_600 });
});

test('Rules with their parts keep them, and quiet hours in parts are said in words', () => {
  const rule = { text: 'Errors at once', events: [], severity: 'error', targets: [], when: 'now' };
  expect(toldOf({ targets: [], rules: [rule], quietHours: { from: '22:00', to: '07:00', zone: 'UTC', isNow: false }, repeatAfter: '06:00:00' }))
    .toEqual({ targets: [], rules: [{ text: 'Errors at once', parts: rule }], quietHours: '22:00 to 07:00, UTC', areQuietNow: false, repeatAfter: 21_600 });
});

test('A span is read with its days, and nothing is made of one that is written otherwise', () => {
  expect(['06:00:00', '1.02:00:30', '00:00:01.5', '6h'].map(secondsOf)).toEqual([21_600, 93_630, 1, undefined]);
});
