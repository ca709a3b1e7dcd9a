import type { Data } from '../../../api/hooks';
import { t } from '../../../texts';
import type { SearchPlan } from '../types';

const text = t.library.search;

/** What came of the press of the button, in a sentence. */
export function outcomeOf(report: { instances: readonly SearchPlan[] }, instance: string): string {
  const plan = report.instances.find(one => one.instance === instance);
  return plan?.searched === undefined ? text.nothing(plan?.hold ?? text.noCandidate) : text.done(plan.searched.name);
}

/** Settings that one should know before a search, as the service sees them; those that it does not tell are left out. */
export function rulesOf(settings: Data<'/api/config'>['settings']): readonly (readonly [string, string])[] {
  const value = (key: string) => settings.find(setting => setting.key === `Library:Search:${key}`)?.value;
  const yes = (key: string, on: string, off: string) => ({ true: on, false: off })[String(value(key))];
  const rules: readonly (readonly [string, unknown])[] = [
    [text.schedule, yes('Enabled', text.on, text.off)], [text.dryRun, yes('DryRun', text.dryRunOn, text.dryRunOff)], [text.from, value('Priority')],
    [text.perDay, value('PerDay')], [text.perIndexer, value('PerIndexer')], [text.pause, value('Pause')], [text.coolDown, value('CoolDown')],
  ];
  return rules.filter((rule): rule is readonly [string, string] => typeof rule[1] === 'string');
}
