import { expect, test } from 'vitest';
import { subjectLink } from './subjectLink';

test.each([
  ['job:1', '/audio/jobs/1'],
  ['batch:1', '/audio/batches/1'],
  ['batch:e', '/library/exports/e'],
  ['indexer:prowlarr/3', '/indexers/prowlarr/3'],
  ['schedule:heal-sweep', '/schedules'],
  ['job:../../x?y#z', '/audio/jobs/..%2F..%2Fx%3Fy%23z'],
  ['client:10.0.0.1', undefined],
  ['indexers', '/indexers'],
  ['nothing', undefined],
])('An event about %s leads to %s', (subject, link) => {
  expect(subjectLink(subject, new Set(['e']))).toBe(link);
});
