import { expect, test } from 'vitest';
import { splitHash } from './hashLocation';

test('The query of an address within the page is no part of its path', () => {
  expect(splitHash('#/audio?status=failed')).toEqual({ path: '/audio', search: 'status=failed' });
});

test('An address without a query has an empty one', () => {
  expect(splitHash('#/audio/batches')).toEqual({ path: '/audio/batches', search: '' });
});

test('No address at all is the start', () => {
  expect(splitHash('')).toEqual({ path: '/', search: '' });
});

test('A question mark in a value stays in it', () => {
  expect(splitHash('#/audio/explain?path=/a?b')).toEqual({ path: '/audio/explain', search: 'path=/a?b' });
});
