import { expect, test } from 'vitest';
import { standingOf } from '../standing';
import type { Batch, Job, Schedule, Situation } from '../useSituation';
import { noticesOf } from './notices';

const now = Date.parse('2026-01-31T12:00:00Z');
const hourAgo = '2026-01-31T11:00:00Z';
const monthAgo = '2025-12-31T11:00:00Z';

type Check = NonNullable<Situation['health']>['checks'][number];
const health = (...checks: Check[]): Situation['health'] => ({
  status: checks.some(check => check.status === 'unhealthy') ? 'unhealthy' : 'healthy', time: hourAgo, checks: [{ name: 'instance:radarr', status: 'healthy', reason: '' }, ...checks],
});
const situation = (over: Partial<Situation>): Situation => ({ health: health(), isSettled: true, problem: null, ...over });
const ids = (over: Partial<Situation>) => noticesOf(situation(over), now).map(notice => notice.id);
const standing = (over: Partial<Situation>) => standingOf(situation(over), noticesOf(situation(over), now));
const job = (id: string, updated: string) => ({ id, title: id, path: '/x', reason: 'cut off', updated }) as Job;
const batch = (id: string, over: Partial<Batch>) => ({
  id, kind: 'audio', path: '/media', status: 'failed', created: hourAgo, updated: hourAgo, ended: hourAgo, isStalled: false, progress: { counts: { failed: 1, poisoned: 0 }, total: 2 }, ...over,
}) as Batch;
const schedule = (over: Partial<Schedule>) => ({ name: 'health-sweep', description: '', isHealthy: true, ...over }) as Schedule;

test('A service without trouble is well', () => {
  expect(ids({})).toEqual([]);
  expect(standing({})).toBe('well');
});

test('What does not work comes before what works on', () => {
  expect(ids({ health: health({ name: 'tool:ffmpeg', status: 'degraded', reason: '' }, { name: 'store', status: 'unhealthy', reason: '' }) })).toEqual(['check:store', 'check:tool:ffmpeg']);
});

test('A check that is not known yet is no trouble', () => {
  expect(ids({ health: health({ name: 'tmdb', reason: 'not known yet' }) })).toEqual([]);
});

test('The colon of a path does not cut the name of a disk', () => {
  const [notice] = noticesOf(situation({ health: health({ name: 'disk:C:\\media', status: 'degraded', reason: '' }) }), now);
  expect(notice?.title).toContain('C:\\media');
});

test('A paused lane is told once, with the button that resumes it', () => {
  const paused = noticesOf(situation({
    lanes: [{ lane: 'webhook', messages: 3, workers: 1, isPaused: true }, { lane: 'low', messages: 0, workers: 1, isPaused: false }],
    health: health({ name: 'queue:webhook', status: 'degraded', reason: 'it is paused' }),
  }), now);
  expect(paused.map(notice => [notice.id, notice.repairs])).toEqual([['lane:webhook', [{ kind: 'resume', lane: 'webhook' }]]]);
});

test('Lanes that are all paused are one notice', () => {
  expect(ids({ lanes: [{ lane: 'webhook', messages: 0, workers: 1, isPaused: true }, { lane: 'low', messages: 0, workers: 1, isPaused: true }] })).toEqual(['lanes']);
});

test('Jobs that failed this week can be tried again, older ones are not told', () => {
  const [notice] = noticesOf(situation({ failed: [job('new', hourAgo), job('old', monthAgo)] }), now);
  expect(notice?.repairs).toEqual([{ kind: 'retry', jobs: ['new'] }, expect.objectContaining({ to: '/audio/jobs/new' })]);
});

test('What a stranger named stands apart from the reason', () => {
  const [notice] = noticesOf(situation({ failed: [job('The film', hourAgo)] }), now);
  expect(notice?.details).toEqual([{ subject: 'The film', text: 'cut off' }]);
});

test('A batch that failed is no news once a later one of its folder did not', () => {
  expect(ids({ batches: [batch('old', {}), batch('new', { status: 'succeeded', created: '2026-01-31T11:30:00Z' }), batch('other', { path: '/tv' })] })).toEqual(['batch:other']);
});

test('An export that failed leads to the export', () => {
  const [notice] = noticesOf(situation({ batches: [batch('e', { kind: 'export', path: 'radarr' })] }), now);
  expect(notice?.repairs).toEqual([expect.objectContaining({ to: '/library/exports/e' })]);
});

test('A schedule that fails is told instead of the check that counts it', () => {
  expect(ids({ schedules: [schedule({ isHealthy: false, consecutiveFailures: 3 })], health: health({ name: 'schedules', status: 'degraded', reason: '' }) })).toEqual(['schedule:health-sweep']);
});

test('The heal plan needs a person only in a dry run', () => {
  const entry = { instance: 'prowlarr', id: 1, name: 'Paper', protocol: 'torrent', action: 'disable' as const, reason: '13 failures' };
  const plan = { time: hourAgo, isDryRun: true, indexers: [entry], unseen: [], outages: [], changes: 1 };
  expect(ids({ plan })).toEqual(['indexers:plan']);
  expect(ids({ plan: { ...plan, isDryRun: false } })).toEqual([]);
});

test('An outage is told while it lasts', () => {
  const plan = { time: hourAgo, isDryRun: false, indexers: [], unseen: [], changes: 0 };
  const outage = { scope: '*', from: hourAgo, failing: 4, watched: 5 };
  expect(ids({ plan: { ...plan, outages: [outage, { ...outage, scope: 'radarr', until: hourAgo }] } })).toEqual(['outage:*']);
});

test('A fresh service is not called well, and its open steps are no trouble', () => {
  const fresh = { health: { ...health(), checks: [] } as unknown as Situation['health'], setup: { isComplete: false, dryRun: true, steps: [{ name: 'instance', status: 'open', detail: '', instances: [] }] } };
  expect(standing(fresh)).toBe('fresh');
  expect(ids(fresh)).toEqual([]);
});

test('A dry run alone leaves nothing to be done', () => {
  const setup = { isComplete: false, dryRun: true, steps: [{ name: 'instance', status: 'done', detail: '', instances: [] }, { name: 'live', status: 'open', detail: '', instances: [] }] };
  expect(standing({ setup })).toBe('well');
});

test('Without a webhook the first steps are not finished', () => {
  const setup = { isComplete: false, dryRun: true, steps: [{ name: 'instance', status: 'done', detail: '', instances: [] }, { name: 'webhook', status: 'open', detail: '', instances: [] }] };
  expect(standing({ setup })).toBe('attention');
});

test('Before everything was answered it is not called well', () => {
  expect(standing({ isSettled: false })).toBe('unknown');
});

test('A start that has not ended is no fault', () => {
  expect(standing({ health: health({ name: 'startup', status: 'unhealthy', reason: 'the start has not ended' }) })).toBe('starting');
});
