import { expect, test } from 'vitest';
import { complete, ownPairs } from './pairs';

test('What a file or the environment sets is not in the form', () => {
  const mappings = [
    { from: '/tv', to: '/data/tv', instance: 'sonarr', source: 'stored' },
    { from: '/anime', to: '/data/anime', instance: null, source: 'stored' },
    { from: '/old', to: '/data/old', instance: 'sonarr', source: 'file' },
  ];
  expect(ownPairs({ name: 'sonarr', mappings })).toEqual([{ from: '/tv', to: '/data/tv' }]);
});

test('Rows that are not filled in are not sent', () => {
  expect(complete([{ from: ' /tv ', to: '/data/tv' }, { from: '/x', to: ' ' }])).toEqual([{ from: '/tv', to: '/data/tv' }]);
});
