import { expect, test } from 'vitest';
import { changesOf, downloadOf, secondsOf } from './state';

test('A download lies below the folder of the page', () => {
  expect(downloadOf('/api/library/exports/3f91/artifacts/report.html', 'https://home.example/arr')).toBe('https://home.example/arr/api/library/exports/3f91/artifacts/report.html');
});

test.each(['javascript:alert(1)', '//evil.example/api/library/exports/1/artifacts/a', 'https://evil.example/', '/api/keys', '/api/library/exports/../../keys/artifacts/a', '/api/library/exports/1/artifacts/..'])(
  'The place %s is not followed',
  href => expect(downloadOf(href, 'https://home.example')).toBeUndefined(),
);

test('An export that runs has taken the time until now', () => {
  const started = '2026-01-10T12:00:00Z';
  expect(secondsOf({ started }, Date.parse('2026-01-10T12:01:30Z'))).toBe(90);
  expect(secondsOf({ started, ended: '2026-01-10T12:00:05Z' }, Date.parse('2026-01-11T12:00:00Z'))).toBe(5);
});

test('Kinds without a change are not listed', () => {
  expect(changesOf({ added: 2, removed: 0, upgraded: 7 })).toEqual([['upgraded', 7], ['added', 2]]);
});
