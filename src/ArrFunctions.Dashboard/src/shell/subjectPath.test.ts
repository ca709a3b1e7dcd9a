import { expect, test } from 'vitest';
import { subjectPath } from './subjectPath';

test.each([
  ['job:1', '/audio/jobs/1'],
  ['batch:1', '/audio/batches/1'],
  ['indexer:prowlarr/3', '/indexers/prowlarr/3'],
  ['indexers', '/indexers'],
  ['schedule:heal-sweep', '/schedules'],
  ['setting:Audio:DryRun', '/system/configuration?search=Audio%3ADryRun'],
  ['client:10.0.0.1', undefined],
  ['nothing', undefined],
])('An event about %s leads to %s', (subject, path) => expect(subjectPath(subject)).toBe(path));

test('A name that a stranger wrote stays within its place of the address', () => {
  expect(['job:../../x?y#z', 'indexer:a?b#c/<3>'].map(subjectPath)).toEqual(['/audio/jobs/..%2F..%2Fx%3Fy%23z', '/indexers/a%3Fb%23c/%3C3%3E']);
});
