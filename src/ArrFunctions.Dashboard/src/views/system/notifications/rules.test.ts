import { expect, test } from 'vitest';
import type { Setting } from '../configuration/settings';
import { entriesOf } from './entries';
import { filledOf, isInStep, linesOf, ruleList, stored, wishOf } from './rules';
import type { Rule, Told } from './targets';

const rule = (over: Partial<Rule>): Rule => ({ events: [], severity: 'information', targets: [], when: 'now', text: '', ...over });
const told = (areUsualRules: boolean, ...rules: Rule[]): Told => ({ targets: [], rules, areUsualRules, repeatAfter: '06:00:00' });
const written = (place: number) => entriesOf([{
  key: `${ruleList}:${place}:When`, value: 'now', source: 'stored', isSet: true, isSecret: false, isLive: true, isPending: false, isFixed: false, isStorable: true, isList: false, type: 'string', description: '',
} satisfies Setting], ruleList);

test('Events may be parted by lines, commas and spaces', () => {
  expect(wishOf({ events: ' job.failed,\nindexer. \n', severity: 'error', targets: ['phone'], when: 'digest' })).toEqual({ When: 'digest', Severity: 'error', Events: ['job.failed', 'indexer.'], Targets: ['phone'] });
});

test('A rule for everything is written all the same', () => {
  expect(wishOf(filledOf(rule({})))).toEqual({ When: 'now', Severity: null, Events: null, Targets: null });
  expect(stored([rule({}), rule({ events: ['job.'], when: 'Never', severity: 'Warning' })], 500)).toEqual({
    [`${ruleList}:500:When`]: 'now', [`${ruleList}:501:When`]: 'never', [`${ruleList}:501:Severity`]: 'warning', [`${ruleList}:501:Events`]: ['job.'],
  });
});

test('A usual rule has no entry to change', () => expect(linesOf(told(true, rule({})), []).map(line => line.entry)).toEqual([undefined]));

test('Rules that hold and rules that are written belong together by their order, and not where one of them is missing', () => {
  expect(linesOf(told(false, rule({})), written(500)).map(line => line.entry?.place)).toEqual([500]);
  expect(isInStep(told(false, rule({}), rule({})), written(500))).toBe(false);
  expect(linesOf(told(false, rule({}), rule({})), written(500)).map(line => line.entry)).toEqual([undefined, undefined]);
  expect(isInStep(told(true, rule({})), written(500))).toBe(false);
});
