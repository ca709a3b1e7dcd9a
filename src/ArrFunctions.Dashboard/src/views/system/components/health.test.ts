import { expect, test } from 'vitest';
import type { HealthEntry } from '../../../api/health';
import { checkTitle, placeOf, worstFirst } from './health';

const entry = (name: string, status?: HealthEntry['status']): HealthEntry => ({ name, status, reason: '' });

test('What keeps the service from working comes first, and what is well last', () => {
  const sorted = worstFirst([entry('a', 'healthy'), entry('b', 'degraded'), entry('c'), entry('d', 'unhealthy'), entry('e', 'degraded')]);
  expect(sorted.map(({ name }) => name)).toEqual(['d', 'c', 'b', 'e', 'a']);
});

test('A check is named in words, a new one as the service names it', () => {
  expect([checkTitle('disk:/data/a:b'), checkTitle('disk:data'), checkTitle('moon:full')]).toEqual(['Disk of /data/a:b', 'Disk of the data folder', 'moon:full']);
});

test('A check leads to where it is put right', () => expect([placeOf('queue:low'), placeOf('tool:ffmpeg'), placeOf('salvage')]).toEqual(['/', undefined, '/system/backup']));
