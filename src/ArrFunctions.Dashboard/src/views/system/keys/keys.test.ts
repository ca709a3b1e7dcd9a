import { expect, test } from 'vitest';
import { bodyOf, hasExpired, type Key } from './keys';

test('Only a key for webhooks is bound to an instance', () => {
  const wish = { name: ' radarr ', expires: '', instance: 'radarr' };
  expect(bodyOf({ ...wish, role: 'webhook' })).toEqual({ name: 'radarr', role: 'webhook', expires: null, instance: 'radarr' });
  expect(bodyOf({ ...wish, role: 'read' }).instance).toBeNull();
});

test('A key ends at the end of its last day, where the browser is', () => {
  expect(bodyOf({ name: 'a', role: 'read', expires: '2027-01-31', instance: '' }).expires).toBe(new Date(2027, 0, 31, 23, 59, 59).toISOString());
});

test('A key without an end has not expired', () => {
  const key: Key = { id: '1', name: 'a', role: 'read', created: '2026-01-01T00:00:00Z' };
  expect([hasExpired(key, Date.now()), hasExpired({ ...key, expires: '2026-01-02T00:00:00Z' }, Date.parse('2026-01-02T00:00:00Z'))]).toEqual([false, true]);
});
