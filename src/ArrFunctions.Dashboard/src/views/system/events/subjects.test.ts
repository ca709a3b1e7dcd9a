import { expect, test } from 'vitest';
import { shortened, subjectAddress } from './subjects';

test('An event leads to what it is about', () => {
  expect(['job:1', 'batch:2', 'indexer:sonarr/3', 'setting:Audio:DryRun'].map(subjectAddress)).toEqual([
    '#/audio/jobs/1', '#/audio/batches/2', '#/indexers/sonarr/3', '#/system/configuration?search=Audio%3ADryRun',
  ]);
});

test('A name that a stranger wrote stays within its place of the address', () => {
  expect(subjectAddress('indexer:a?b#c/<3>')).toBe('#/indexers/a%3Fb%23c/%3C3%3E');
});

test('What has no place leads nowhere', () => expect(subjectAddress('access:1.2.3.4')).toBeUndefined());

test('An id is cut, a name is not', () => {
  expect(['job:deb83e66b55c44e485cfab88f5e84c18', 'key:deadbeef', 'instance:sonarr'].map(shortened)).toEqual(['job:deb83e66…', 'key:deadbeef', 'instance:sonarr']);
});
