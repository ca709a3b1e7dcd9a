import { expect, test } from 'vitest';
import { hashWith, indexerPath, partsOf } from './address';

test('A name with a slash stays one part of the address', () => {
  expect(partsOf(`#${indexerPath('a/b %', 7)}`).parts).toEqual(['indexers', 'a/b %', '7']);
});

test('A broken escape is taken as it is written', () => {
  expect(partsOf('#/indexers/100%/1').parts).toEqual(['indexers', '100%', '1']);
});

test('A choice is added to those that are there, and one without a value is taken away', () => {
  expect(hashWith('#/indexers/?state=failing&sort=name', { state: undefined, search: 'a b' })).toBe('#/indexers/?sort=name&search=a+b');
});

test('Without a choice the address is that of the page', () => {
  expect(hashWith('#/indexers/stats/?days=30', { days: '' })).toBe('#/indexers/stats');
});
