import type { Tone } from '../../../parts/Figure';
import { changed, type Entry, type Wish } from './entries';
import type { Rule, Told } from './targets';

/** Where rules are among the settings. */
export const ruleList = 'Notifications:Rules';

export const severities = ['information', 'warning', 'error'] as const;

export const whens = ['now', 'digest', 'never'] as const;

/** A rule as it holds, and what is written of it. */
export interface RuleLine {
  rule: Rule;
  entry?: Entry;
}

/** Whether what is written is what holds: then rule and entry belong together by their order. */
export const isInStep = (told: Told, entries: readonly Entry[]): boolean => told.areUsualRules ? entries.length === 0 : entries.length === told.rules.length;

export const linesOf = (told: Told, entries: readonly Entry[]): readonly RuleLine[] =>
  told.rules.map((rule, at) => !told.areUsualRules && isInStep(told, entries) ? { rule, entry: entries[at] } : { rule });

export interface FilledRule {
  /** One on each line. */
  events: string;
  severity: string;
  targets: readonly string[];
  when: string;
}

export const filledOf = (rule: Rule | null): FilledRule => rule === null
  ? { events: '', severity: 'warning', targets: [], when: 'now' }
  : { events: rule.events.join('\n'), severity: rule.severity.toLowerCase(), targets: rule.targets, when: rule.when.toLowerCase() };

/** When is always written: a rule that is like the default in all else has to be there all the same. */
export function wishOf({ events, severity, targets, when }: FilledRule): Wish {
  const names = events.split(/[\s,]+/).filter(name => name !== '');
  return { When: when, Severity: severity === 'information' ? null : severity, Events: names.length === 0 ? null : names, Targets: targets.length === 0 ? null : targets };
}

/** Stores rules one after the other. */
export const stored = (rules: readonly Rule[], first: number): Wish =>
  Object.assign({}, ...rules.map((rule, at) => changed(ruleList, first + at, null, wishOf(filledOf(rule))))) as Wish;

export const whenTone = (when: string): Tone => when === 'now' ? 'accent' : 'quiet';
