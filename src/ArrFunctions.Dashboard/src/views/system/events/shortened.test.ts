import { expect, test } from 'vitest';
import { shortened } from './shortened';

test('An id is cut, a name is not', () => {
  expect(['job:deb83e66b55c44e485cfab88f5e84c18', 'key:deadbeef', 'instance:sonarr'].map(shortened)).toEqual(['job:deb83e66…', 'key:deadbeef', 'instance:sonarr']);
});
