import { expect, test } from 'vitest';
import type { Setting } from '../configuration/settings';
import { entriesOf } from './entries';
import { linesOf, rulesWith, stateOf, targetList } from './targets';
import type { Target } from './told';

const setting = (key: string, value: string): Setting => ({
  key: `${targetList}:${key}`, value, source: 'stored', isSet: true, isSecret: false, isLive: true, isPending: false, isFixed: false, isStorable: true, isList: false, type: 'string', description: '',
});
const target = (name: string, more: Partial<Target> = {}): Target => ({ name, kind: 'discord', host: 'discord.example', state: 'working', waiting: 0, forDigest: 0, ...more });
const entries = entriesOf([setting('0:Kind', 'Discord'), setting('500:Kind', 'ntfy'), setting('500:Name', 'phone')], targetList);

test('A target and what is written of it are one line, and what is only written comes last', () => {
  expect(linesOf([target('discord'), target('elsewhere')], entries).map(line => [line.name, line.kind, line.target !== undefined, line.entry?.place])).toEqual([
    ['discord', 'discord', true, 0], ['elsewhere', 'discord', true, undefined], ['phone', 'ntfy', false, 500],
  ]);
});

test('What is written and not used does not look as if it worked', () => {
  const tones = linesOf([target('discord', { state: 'outOfOrder' }), target('quiet'), target('well', { lastSent: '2026-01-31T12:00:00Z' })], entries).map(line => stateOf(line).tone);
  expect(tones).toEqual(['bad', 'quiet', 'good', 'warn']);
});

test('A rule that names a target keeps it from being removed, and one for all of them does not', () => {
  const rules = entriesOf([['500', 'phone'], ['501', undefined], ['502', 'team,phone'], ['503', 'team']].map(([place = '', value]) =>
    ({ ...setting('', ''), key: `Notifications:Rules:${place}:Targets`, value, isList: true })), 'Notifications:Rules');
  expect(rulesWith(rules, 'phone')).toBe(2);
});
