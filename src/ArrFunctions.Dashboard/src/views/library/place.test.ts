import { expect, test } from 'vitest';
import { address, itemName, placeOf, route } from './place';

test('An address is taken apart into words and what is chosen', () => {
  expect(placeOf('#/library/my%20radarr/candidates?priority=critical,high&minGain=100')).toEqual({
    words: ['library', 'my radarr', 'candidates'],
    query: { priority: 'critical,high', minGain: '100' },
  });
});

test('A name with a slash, a question mark or a broken escape stays one word', () => {
  expect(placeOf(`#${route('a/b?c', 'trend')}`).words).toEqual(['library', 'a/b?c', 'trend']);
  expect(placeOf('#/library/50%').words).toEqual(['library', '50%']);
});

test('What is chosen is in the address, and nothing else', () => {
  expect(address(['radarr', 'candidates'], { priority: undefined, minGain: '' })).toBe('#/library/radarr/candidates');
  expect(address(['radarr', 'candidates'], { priority: 'critical,high' })).toBe('#/library/radarr/candidates?priority=critical,high');
  expect(address(['radarr', 'history'], { item: '17-345' })).toBe('#/library/radarr/history?item=17-345');
});

test('A movie has one number, an episode two', () => {
  expect(itemName({ titleId: 12, episodeId: 0 })).toBe('12');
  expect(itemName({ titleId: 17, episodeId: 345 })).toBe('17-345');
});
