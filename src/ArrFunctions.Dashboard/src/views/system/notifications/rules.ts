import { valuesOf } from '../configuration/settings';
import { changed, firstPlace, textOf, type Entry, type Wish } from './entries';
import type { Rule } from './told';

/** Where rules are among the settings. */
export const ruleList = 'Notifications:Rules';

export const severities = ['information', 'warning', 'error'] as const;

export const whens = ['now', 'digest', 'never'] as const;

/** A rule as it holds, and what is written of it. */
export interface RuleLine {
  rule: Rule;
  entry?: Entry;
}

/** Whether what is written is what holds: nothing, and the usual rules hold, or one entry for each rule, in their order. */
export const isInStep = (rules: readonly Rule[], entries: readonly Entry[]): boolean => entries.length === 0 || entries.length === rules.length;

export const linesOf = (rules: readonly Rule[], entries: readonly Entry[]): readonly RuleLine[] =>
  rules.map((rule, at) => isInStep(rules, entries) ? { rule, entry: entries[at] } : { rule });

export interface FilledRule {
  /** One on each line. */
  events: string;
  severity: string;
  /** Who caused it; empty: whoever. */
  actor: string;
  /** State of the subject before; empty: whatever it was. */
  before: string;
  targets: readonly string[];
  when: string;
}

/** The form of a rule that is written, or of a new one. */
export const filledOf = (entry: Entry | null): FilledRule => entry === null ? { events: '', severity: 'warning', actor: '', before: '', targets: [], when: 'now' } : {
  events: valuesOf(textOf(entry, 'Events')).join('\n'),
  severity: textOf(entry, 'Severity').toLowerCase() || 'information',
  actor: textOf(entry, 'Actor'),
  before: textOf(entry, 'Before'),
  targets: valuesOf(textOf(entry, 'Targets')),
  when: textOf(entry, 'When').toLowerCase() || 'now',
};

/** When is always written: a rule that is like the default in all else has to be there all the same. */
export function wishOf({ events, severity, actor, before, targets, when }: FilledRule): Wish {
  const names = events.split(/[\s,]+/).filter(name => name !== '');
  return {
    When: when, Severity: severity === 'information' ? null : severity, Events: names.length === 0 ? null : names,
    Actor: actor.trim() || null, Before: before.trim() || null, Targets: targets.length === 0 ? null : targets,
  };
}

/** Rules that hold, as rules of somebody's own, in their order. */
export const copied = (rules: readonly Rule[]): Wish => Object.assign({}, ...rules.map(({ events, severity, actor = '', before = '', targets, when }, at) =>
  changed(ruleList, firstPlace + at, null, wishOf({ events: events.join('\n'), severity, actor, before, targets, when })))) as Wish;
