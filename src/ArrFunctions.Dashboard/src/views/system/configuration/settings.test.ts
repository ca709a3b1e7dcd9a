import { expect, test } from 'vitest';
import { editorOf, initialText, sectionsOf, typedValue, valuesOf, type Setting } from './settings';

const setting = (more: Partial<Setting>): Setting => ({
  key: 'Audio:DryRun', source: 'default', isSet: true, isSecret: false, isLive: true, isPending: false, isFixed: false, isStorable: true, isList: false, type: 'string', description: 'plan', ...more,
});

test('Each kind of setting has its editor', () => {
  const kinds = [setting({ type: 'boolean' }), setting({ choices: ['a', 'b'] }), setting({ isList: true, choices: ['a'] }), setting({ isSecret: true }), setting({ type: 'integer' }), setting({})];
  expect(kinds.map(editorOf)).toEqual(['switch', 'choice', 'lines', 'secret', 'number', 'text']);
});

test('Commas within braces and quotes part no values', () => {
  expect(valuesOf('**/*.{mkv,{mp4,m4v}}, title:"one, two"=5,/data')).toEqual(['**/*.{mkv,{mp4,m4v}}', 'title:"one, two"=5', '/data']);
});

test('Lines become the values of a list, without empty ones', () => {
  expect(typedValue('lines', ' jpn \n\n eng\n')).toEqual(['jpn', 'eng']);
});

test('Nothing typed is nothing to send', () => expect([typedValue('text', '  '), typedValue('lines', '\n'), typedValue('secret', '')]).toEqual([undefined, undefined, undefined]));

test('A secret is never what an editor begins with', () => expect(initialText('secret', setting({ isSecret: true, value: '********' }))).toBe(''));

test('All words of a search are in the name, the value or the description', () => {
  const all = [setting({ key: 'SONARR_URL' }), setting({ key: 'Audio:Roots', value: '/data/media' }), setting({ key: 'Tmdb:Url', source: 'file' })];
  expect(sectionsOf(all, 'url', false).map(({ name }) => name)).toEqual(['Tmdb', '']);
  expect(sectionsOf(all, 'ROOTS media', false)).toHaveLength(1);
  expect(sectionsOf(all, '', true).map(({ name }) => name)).toEqual(['Tmdb']);
});
