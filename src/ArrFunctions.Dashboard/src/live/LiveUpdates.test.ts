import { QueryClient } from '@tanstack/preact-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveUpdates } from './LiveUpdates';

class Stream {
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  readyState = 1;
  onopen?: () => void;
  onmessage?: (message: { data: string }) => void;
  onerror?: () => void;

  constructor() {
    Stream.all.push(this);
  }

  static get open(): number {
    return Stream.all.filter(stream => stream.readyState !== Stream.CLOSED).length;
  }

  close(): void {
    this.readyState = Stream.CLOSED;
  }
}

const page = Object.assign(new EventTarget(), { hidden: false, baseURI: 'http://arrfunctions:8484/' });

function show(isShown: boolean): void {
  page.hidden = !isShown;
  page.dispatchEvent(new Event('visibilitychange'));
}

function start() {
  const queries = new QueryClient();
  const asked = vi.spyOn(queries, 'invalidateQueries');
  const probe = vi.fn(() => Promise.resolve(true));
  return { updates: new LiveUpdates(queries, () => undefined, probe), asked, probe };
}

beforeEach(() => {
  Stream.all = [];
  page.hidden = false;
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
  vi.stubGlobal('EventSource', Stream);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('A tab in the background has no stream, and asks for everything when it is seen again', () => {
  const { updates, asked, probe } = start();
  expect(Stream.open).toBe(1);
  show(false);
  expect(Stream.open).toBe(0);
  vi.advanceTimersByTime(600_000);
  expect([Stream.open, asked.mock.calls.length, probe.mock.calls.length]).toEqual([0, 0, 0]);
  show(true);
  expect([Stream.open, asked.mock.calls.length, probe.mock.calls.length]).toEqual([1, 1, 1]);
  updates.close();
});

test('A tab that is opened in the background has a stream when it is seen', () => {
  page.hidden = true;
  const { updates } = start();
  expect(Stream.open).toBe(0);
  show(true);
  expect(Stream.open).toBe(1);
  updates.close();
});

test('One that is closed stays so', () => {
  const { updates } = start();
  updates.close();
  show(false);
  show(true);
  expect(Stream.open).toBe(0);
});

test('What is no event does no harm, and one behind it counts', () => {
  const { updates, asked } = start();
  for (const data of ['', 'nonsense', 'null', '{}', '{"name":"constructor.called"}']) {
    Stream.all[0]?.onmessage?.({ data });
  }

  vi.advanceTimersByTime(1000);
  expect(asked).toHaveBeenCalledTimes(1);
  updates.close();
});
