import { expect, test } from 'vitest';
import { aJob, aTrack } from './sample';
import { channelsName, defaultChange, languageName } from './tracks';

const both = [aTrack(1, 'de', true), aTrack(2, 'en', false)];

test('A changed job shows the default language before and after', () => {
  const job = aJob({ detail: { chosen: 2, before: both, after: [aTrack(1, 'de', false), aTrack(2, 'en', true)] } });
  expect(defaultChange(job)).toEqual({ before: ['German'], after: ['English'], isPlan: false });
});

test('What is chosen and not done yet is a plan', () => {
  expect(defaultChange(aJob({ status: 'waiting', detail: { chosen: 2, before: both } }))).toEqual({ before: ['German'], after: ['English'], isPlan: true });
});

test('A file that is right already shows its default language alone', () => {
  expect(defaultChange(aJob({ result: 'alreadyCorrect', detail: { chosen: 1, before: both } }))).toEqual({ before: ['German'], isPlan: false });
});

test('Several default tracks become one', () => {
  const before = [aTrack(1, 'ja', true), aTrack(2, 'en', true)];
  expect(defaultChange(aJob({ detail: { chosen: 1, before } }))).toEqual({ before: ['Japanese', 'English'], after: ['Japanese'], isPlan: true });
});

test('Two tracks of one language are told apart by their channels', () => {
  const before = [aTrack(1, 'en', true, { channels: 2 }), aTrack(2, 'en', false)];
  expect(defaultChange(aJob({ detail: { chosen: 2, before } }))).toEqual({ before: ['English stereo'], after: ['English 5.1'], isPlan: true });
});

test('A commentary is named as one', () => {
  const before = [aTrack(1, 'en', true, { flags: ['commentary'] }), aTrack(2, 'en', false)];
  expect(defaultChange(aJob({ detail: { chosen: 2, before } }))).toEqual({ before: ['English (commentary)'], after: ['English'], isPlan: true });
});

test('Where no track could be chosen, nothing becomes anything', () => {
  expect(defaultChange(aJob({ status: 'skipped', detail: { before: both } }))).toEqual({ before: ['German'], isPlan: false });
});

test('What was taken back shows the default language that it has again', () => {
  const job = aJob({ isUndone: true, detail: { chosen: 2, before: both, after: [aTrack(1, 'de', false), aTrack(2, 'en', true)] } });
  expect(defaultChange(job)).toEqual({ before: ['German'], isPlan: false });
});

test('A file that was not read shows no tracks', () => {
  expect(defaultChange(aJob({ status: 'failed' }))).toBeNull();
});

test('A language tag that nobody knows is shown as it is', () => {
  expect(languageName('not a tag')).toBe('not a tag');
  expect(languageName('und')).toBe('no language');
});

test('Channels are named as on the box of a film', () => {
  expect([2, 6, 8, 12].map(channelsName)).toEqual(['stereo', '5.1', '7.1', '12 channels']);
});
