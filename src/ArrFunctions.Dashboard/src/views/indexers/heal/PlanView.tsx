import { Ago } from '../../../parts/Ago';
import { Figure } from '../../../parts/Figure';
import { t } from '../../../texts';
import { OutageNotes } from '../shared/OutageNotes';
import type { HealPlan } from '../shared/types';
import { LeftAlone } from './LeftAlone';
import { PlanEntries } from './PlanEntries';
import { planGroups } from './planGroups';

/** A plan, as what would be done or as what was. */
export function PlanView({ plan }: { plan: HealPlan }) {
  const { disable, restore, tested, left } = planGroups(plan);
  const words = plan.isDryRun ? t.indexers.heal.would : t.indexers.heal.was;
  return (
    <>
      <p class="heal-when">{words.title} <Ago time={plan.time} />{'. '}{words.what}</p>
      <OutageNotes outages={plan.outages} />
      {plan.unseen.map(({ instance, reason }) => <p key={instance} class="note warn"><strong>{instance}</strong>{': '}{reason} {t.indexers.heal.unseen}</p>)}
      <dl class="figures">
        <Figure name={words.disable} value={disable.length} tone={disable.length > 0 ? 'warn' : ''} />
        <Figure name={words.restore} value={restore.length} tone={restore.length > 0 ? 'good' : ''} />
        <Figure name={words.test} value={tested.length} />
        <Figure name={t.indexers.heal.left} value={left.reduce((count, { entries }) => count + entries.length, 0)} />
      </dl>
      <PlanEntries title={words.disable} what={t.indexers.heal.disableMeans} entries={disable} />
      <PlanEntries title={words.restore} what={t.indexers.heal.restoreMeans} entries={restore} />
      <PlanEntries title={words.test} what={t.indexers.heal.testMeans} entries={tested} />
      <LeftAlone left={left} />
    </>
  );
}
