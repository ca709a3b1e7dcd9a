import { expect, test } from 'vitest';
import { addressOf, pathOf, readAddress } from './address';

test('An address is taken apart into words and what is chosen', () => {
  expect(readAddress('#/library/my%20radarr/candidates?priority=critical,high&minGain=100')).toEqual({
    path: '/library/my%20radarr/candidates', words: ['library', 'my radarr', 'candidates'], query: { priority: 'critical,high', minGain: '100' },
  });
});

test('A name with a slash, a question mark or an escape stays one word', () => {
  expect(readAddress(`#${pathOf('indexers', 'a/b?c %41', 7)}`).words).toEqual(['indexers', 'a/b?c %41', '7']);
});

test('A broken escape is taken as it is written', () => expect(readAddress('#/library/50%').words).toEqual(['library', '50%']));

test('What is written into an address is read out of it again', () => {
  expect(readAddress(addressOf('/system/events', { subject: 'job:a&b=c?d#e,f %41' })).query).toEqual({ subject: 'job:a&b=c?d#e,f %41' });
});

test('What has no value is left out', () => {
  expect(addressOf('/system/events', { name: '', actor: undefined })).toBe('/system/events');
});

test('A slash before the query is none of the path', () => {
  expect(['#/indexers/?state=failing', '#/', ''].map(hash => readAddress(hash).path)).toEqual(['/indexers', '/', '/']);
});
