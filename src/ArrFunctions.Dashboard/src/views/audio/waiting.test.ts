import { expect, test } from 'vitest';
import { aJob } from './sample';
import { groupWaiting } from './waiting';

const waits = (id: string, reason: 'hardlinked' | 'inUse', until: string) => aJob({ id, status: 'waiting', wait: { reason, until, since: until, looks: 1 } });

test('Waiting jobs are grouped by what they wait for, most first, and by when they are looked at next', () => {
  const groups = groupWaiting([waits('a', 'inUse', '2026-01-01T03:00:00Z'), waits('b', 'hardlinked', '2026-01-01T02:00:00Z'), waits('c', 'hardlinked', '2026-01-01T01:00:00Z')]);
  expect(groups.map(({ reason, jobs }) => [reason, jobs.map(job => job.id).join('')])).toEqual([['hardlinked', 'cb'], ['inUse', 'a']]);
});

test('A job that waits for nothing is in no group', () => {
  expect(groupWaiting([aJob()])).toEqual([]);
});
