import { expect, test } from 'vitest';
import type { Setting } from '../configuration/settings';
import { entriesOf } from './entries';
import { copied, filledOf, isInStep, linesOf, ruleList, wishOf } from './rules';
import type { Rule } from './told';

const written = (members: Readonly<Record<string, string>>, place = 500) => entriesOf(Object.entries(members).map(([member, value]): Setting => ({
  key: `${ruleList}:${place}:${member}`, value, source: 'stored', isSet: true, isSecret: false, isLive: true, isPending: false, isFixed: false, isStorable: true,
  isList: member === 'Events' || member === 'Targets', type: 'string', description: '',
})), ruleList);

const rule = (over: Partial<Rule> = {}): Rule => ({ events: [], severity: 'information', targets: [], when: 'now', text: '', ...over });

test('Events may be parted by lines, commas and spaces', () => {
  expect(wishOf({ ...filledOf(null), events: ' job.failed,\nindexer. \n', severity: 'error', actor: ' cli ', targets: ['phone'], when: 'digest' })).toEqual({
    When: 'digest', Severity: 'error', Events: ['job.failed', 'indexer.'], Actor: 'cli', Before: null, Targets: ['phone'],
  });
});

test('The form of a rule has what is written of it, and the defaults of what is not', () => {
  expect(filledOf(written({ When: 'Digest', Events: 'job.,batch.failed', Before: 'error', Targets: 'phone' })[0] ?? null)).toEqual({
    events: 'job.\nbatch.failed', severity: 'information', actor: '', before: 'error', targets: ['phone'], when: 'digest',
  });
});

test('A rule for everything is written all the same', () => {
  expect(wishOf({ ...filledOf(null), severity: 'information' })).toEqual({ When: 'now', Severity: null, Events: null, Actor: null, Before: null, Targets: null });
});

test('A usual rule has no entry to change', () => expect(linesOf([rule(), rule()], []).map(line => line.entry)).toEqual([undefined, undefined]));

test('Rules that hold and rules that are written belong together by their order, and not where one of them is missing', () => {
  expect(linesOf([rule()], written({ When: 'now' })).map(line => line.entry?.place)).toEqual([500]);
  expect(isInStep([rule(), rule()], written({ When: 'now' }))).toBe(false);
  expect(linesOf([rule(), rule()], written({ When: 'now' })).map(line => line.entry)).toEqual([undefined, undefined]);
});

test('Usual rules are copied in their order with all that they say', () => {
  expect(copied([rule({ events: ['job.failed', 'outage.'] }), rule({ events: ['batch.succeeded'], actor: 'schedule:library-export' }), rule({ before: 'error', severity: 'warning', when: 'digest' })])).toEqual({
    [`${ruleList}:500:Events`]: ['job.failed', 'outage.'], [`${ruleList}:500:When`]: 'now',
    [`${ruleList}:501:Events`]: ['batch.succeeded'], [`${ruleList}:501:Actor`]: 'schedule:library-export', [`${ruleList}:501:When`]: 'now',
    [`${ruleList}:502:Severity`]: 'warning', [`${ruleList}:502:Before`]: 'error', [`${ruleList}:502:When`]: 'digest',
  });
});
