import type { Data } from '../../../api/hooks';
import type { Tone } from '../../../parts/Figure';
import { t } from '../../../texts';
import { textOf, type Entry } from './entries';
import { nameOf } from './targetForm';

/** Where targets are among the settings. */
export const targetList = 'Notifications:Targets';

export type Told = Data<'/api/notifications'>;

export type Target = Told['targets'][number];

export type Rule = Told['rules'][number];

/** A target as it works, as it is written, or both. */
export interface TargetLine {
  name: string;
  kind: string;
  target?: Target;
  entry?: Entry;
}

/** Those that work in the order of the service, then those that are only written. */
export function linesOf(targets: readonly Target[], entries: readonly Entry[]): readonly TargetLine[] {
  const written = new Map(entries.map(entry => [nameOf(entry), entry]));
  const names = new Set(targets.map(target => target.name));
  return [
    ...targets.map(target => ({ name: target.name, kind: target.kind.toLowerCase(), target, entry: written.get(target.name) })),
    ...entries.filter(entry => !names.has(nameOf(entry))).map(entry => ({ name: nameOf(entry), kind: textOf(entry, 'Kind').toLowerCase(), entry })),
  ];
}

export function stateOf({ target }: TargetLine): { words: string; tone: Tone } {
  const texts = t.system.targets;
  return target === undefined ? { words: texts.unused, tone: 'warn' }
    : target.isOutOfOrder ? { words: texts.outOfOrder, tone: 'bad' }
    : { words: texts.works, tone: (target.lastSent ?? '') === '' ? 'quiet' : 'good' };
}

/** The rules that would not be valid without it. */
export const rulesWith = (rules: readonly Rule[], name: string): number => rules.filter(rule => rule.targets.includes(name)).length;
