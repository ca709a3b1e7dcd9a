import type { Tone } from '../../../parts/Figure';
import { t } from '../../../texts';
import { textOf, type Entry } from './entries';
import { isHeartbeat, nameOf } from './targetForm';
import type { Target } from './told';
import { valuesOf } from '../configuration/settings';

/** Where targets are among the settings. */
export const targetList = 'Notifications:Targets';

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
    ...targets.map(target => ({ name: target.name, kind: target.kind, target, entry: written.get(target.name) })),
    ...entries.filter(entry => !names.has(nameOf(entry))).map(entry => ({ name: nameOf(entry), kind: textOf(entry, 'Kind').toLowerCase(), entry })),
  ];
}

/** Of one that gets signs of life the service keeps nothing: it is the other side that misses them. */
export function stateOf({ target, kind }: TargetLine): { words: string; tone: Tone } {
  const texts = t.system.targets;
  return target === undefined ? { words: texts.unused, tone: 'warn' }
    : target.state === 'outOfOrder' ? { words: texts.outOfOrder, tone: 'bad' }
    : target.state === 'failing' ? { words: texts.failing, tone: 'warn' }
    : isHeartbeat(kind) ? { words: texts.beats, tone: 'quiet' }
    : target.lastSent === undefined ? { words: texts.untried, tone: 'quiet' }
    : { words: texts.works, tone: 'good' };
}

/** The rules that would not be valid without it. */
export const rulesWith = (rules: readonly Entry[], name: string): number => rules.filter(rule => valuesOf(textOf(rule, 'Targets')).includes(name)).length;
