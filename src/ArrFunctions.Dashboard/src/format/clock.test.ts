import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteDate, serviceNow } from './clock';

const now = Date.parse('2026-05-01T12:00:00Z');

beforeEach(() => vi.useFakeTimers({ now }));

afterEach(() => {
  noteDate(new Date(Date.now()).toUTCString());
  vi.useRealTimers();
});

test('A device whose clock is a year off still shows what the service means by now', () => {
  const there = now - 365 * 86_400_000;
  noteDate(new Date(there).toUTCString());
  expect(serviceNow()).toBe(there);
  vi.advanceTimersByTime(5000);
  expect(serviceNow()).toBe(there + 5000);
});

test('An answer that took a while changes no clock', () => {
  noteDate(new Date(now - 20_000).toUTCString());
  expect(serviceNow()).toBe(now);
});

test('What is no date says nothing', () => {
  noteDate(new Date(now + 3_600_000).toUTCString());
  noteDate(null);
  noteDate('yesterday');
  expect(serviceNow()).toBe(now + 3_600_000);
});
