import { expect, test } from 'vitest';
import type { Setting } from '../configuration/settings';
import { changed, entriesOf, freePlace, removed, swapped } from './entries';

const list = 'Notifications:Rules';
const setting = (key: string, value: string | undefined, more: Partial<Setting> = {}): Setting => ({
  key: `${list}:${key}`, value, source: value === undefined ? 'default' : 'stored', isSet: value !== undefined, isSecret: false, isLive: true, isPending: false, isFixed: false,
  isStorable: true, isList: false, type: 'string', description: '', ...more,
});
const stored = [
  setting('501:When', 'never'), setting('501:Events', 'job.,batch.', { isList: true }), setting('501:Severity', undefined),
  setting('500:When', 'now'), setting('500:Events', undefined, { isList: true }), setting('500:Severity', 'warning'),
];

test('Entries come in the order of their places, and what is no entry of the list is left out', () => {
  const others = [{ ...setting('', 'x'), key: 'Notifications:QuietHours' }, { ...setting('', 'x'), key: 'Notifications:RulesOfThumb:3:When' }, { ...setting('', 'x'), key: `${list}:500:Deep:er` }];
  expect(entriesOf([...stored, ...others], list).map(entry => [entry.place, [...entry.members.keys()]])).toEqual([[500, ['When', 'Events', 'Severity']], [501, ['When', 'Events', 'Severity']]]);
});

test('An entry of which a part is set elsewhere says where', () => {
  const entries = entriesOf([setting('0:When', 'now', { source: 'environment', place: 'Notifications__Rules__0__When' }), setting('1:When', 'now', { source: 'file' }), ...stored], list);
  expect(entries.map(entry => entry.fixedBy)).toEqual(['Notifications__Rules__0__When', 'file', undefined, undefined]);
});

test('A new entry comes last, and into a gap where there is no place behind', () => {
  expect(freePlace([])).toBe(500);
  expect(freePlace(entriesOf([setting('3:When', 'now')], list))).toBe(500);
  expect(freePlace(entriesOf(stored, list))).toBe(502);
  expect(freePlace(entriesOf([...stored, setting('999:When', 'now')], list))).toBe(502);
  expect(freePlace(entriesOf(Array.from({ length: 500 }, (_, at) => setting(`${500 + at}:When`, 'now')), list))).toBeUndefined();
});

test('What is so already is not sent, and nothing is taken away that is not there', () => {
  const [, entry = null] = entriesOf(stored, list);
  expect(changed(list, 501, entry, { When: 'never', Events: ['job.', 'batch.'], Severity: null })).toEqual({});
  expect(changed(list, 501, entry, { When: 'now', Events: null, Severity: 'error' })).toEqual({ [`${list}:501:When`]: 'now', [`${list}:501:Events`]: null, [`${list}:501:Severity`]: 'error' });
  expect(changed(list, 502, null, { When: 'now', Events: null })).toEqual({ [`${list}:502:When`]: 'now' });
});

test('A default is nothing that could be taken away, and is written where it is wished', () => {
  const [entry = null] = entriesOf([setting('500:When', 'now'), setting('500:Severity', 'information', { source: 'default' })], list);
  expect(changed(list, 500, entry, { Severity: null })).toEqual({});
  expect(changed(list, 500, entry, { Severity: 'information' })).toEqual({ [`${list}:500:Severity`]: 'information' });
});

test('A secret is sent whenever it is given: what it was nobody knows', () => {
  const [entry = null] = entriesOf([setting('500:Url', '********', { isSecret: true })], list);
  expect(changed(list, 500, entry, { Url: '********' })).toEqual({ [`${list}:500:Url`]: '********' });
});

test('Only what is stored of an entry is removed', () => {
  const [, entry] = entriesOf(stored, list);
  expect(entry === undefined ? {} : removed(list, entry)).toEqual({ [`${list}:501:When`]: null, [`${list}:501:Events`]: null });
});

test('Two entries that change places have what the other had, and nothing else', () => {
  const [one, other] = entriesOf(stored, list);
  expect(one === undefined || other === undefined ? {} : swapped(list, one, other)).toEqual({
    [`${list}:501:When`]: 'now', [`${list}:501:Events`]: null, [`${list}:501:Severity`]: 'warning',
    [`${list}:500:When`]: 'never', [`${list}:500:Events`]: ['job.', 'batch.'], [`${list}:500:Severity`]: null,
  });
});
