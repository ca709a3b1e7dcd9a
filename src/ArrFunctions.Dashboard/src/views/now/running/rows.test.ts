import { expect, test } from 'vitest';
import type { Batch, Job, Schedule } from '../useSituation';
import { nextSeldom } from './nextSeldom';
import { runningRows } from './rows';

const format = { number: String, duration: (seconds: number) => `${seconds} s` };
const now = Date.parse('2026-01-31T12:00:00Z');
const counts = { settled: 21, failed: 1, poisoned: 1 };
const batch = (over: Partial<Batch>) => ({
  id: 'b', kind: 'audio', path: '/media', status: 'running', dryRun: false, created: '2026-01-31T11:00:00Z', progress: { total: 42, isPlanned: true, percent: 50, itemsPerSecond: 4, eta: '2026-01-31T12:01:00Z', counts }, ...over,
}) as Batch;

test('A batch tells how far it is, how fast, and how long it takes', () => {
  const [row] = runningRows({ problem: null, isSettled: true, batches: [batch({})] }, format, now);
  expect(row).toMatchObject({ share: 0.5, to: '/audio/batches/b', notes: ['21 of 42', '4 a second', 'about 60 s left', '2 failed'] });
});

test('A batch that still looks for files has no share', () => {
  const [row] = runningRows({ problem: null, isSettled: true, batches: [batch({ status: 'planning', progress: { total: 42, isPlanned: false, percent: 50, counts } as Batch['progress'] })] }, format, now);
  expect(row?.share).toBeUndefined();
});

test('What has ended does not run, and jobs of a batch are told by it', () => {
  const rows = runningRows({
    problem: null,
    isSettled: true,
    batches: [batch({ ended: '2026-01-31T11:30:00Z' })],
    running: [{ id: 'own', path: 'C:\\media\\a.mkv', lane: 'webhook', isDryRun: false } as Job, { id: 'item', batch: {} } as Job],
    schedules: [{ name: 'idle', isRunning: false } as Schedule],
  }, format, now);
  expect(rows.map(row => [row.id, row.title])).toEqual([['own', 'a.mkv']]);
});

test('The next timer is one that does not run all the time', () => {
  const timer = (name: string, cron: string, nextRun?: string) => ({ name, cron, nextRun }) as Schedule;
  expect(nextSeldom([
    timer('often', '0 */5 * * * *', '2026-01-31T12:05:00Z'), timer('off', '0 0 4 * * *'), timer('late', '0 0 4 * * *', '2026-02-01T04:00:00Z'), timer('soon', '0 */30 * * * *', '2026-01-31T12:30:00Z'),
  ])?.name).toBe('soon');
});
