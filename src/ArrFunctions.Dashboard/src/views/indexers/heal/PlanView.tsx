import { Ago } from '../../../parts/Ago';
import { Figure, type Tone } from '../../../parts/Figure';
import { t } from '../../../texts';
import { OutageNotes } from '../shared/OutageNotes';
import type { HealPlan, HealPlanEntry } from '../shared/types';
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
        <ChangeFigure name={words.disable} entries={disable} tone="warn" />
        <ChangeFigure name={words.restore} entries={restore} tone="good" />
        <Figure name={words.test} value={tested.length} />
        <Figure name={t.indexers.heal.left} value={left.reduce((count, { entries }) => count + entries.length, 0)} />
      </dl>
      <PlanEntries title={words.disable} what={words.disableMeans} entries={disable} />
      <PlanEntries title={words.restore} what={words.restoreMeans} entries={restore} />
      <PlanEntries title={words.test} what={words.testMeans} entries={tested} />
      <LeftAlone left={left} />
    </>
  );
}

/** How many, and how many of them could not be changed. */
function ChangeFigure({ name, entries, tone }: { name: string; entries: readonly HealPlanEntry[]; tone: Tone }) {
  const refused = entries.filter(one => one.isDone === false).length;
  const count = entries.length - refused;
  return <Figure name={name} value={count} tone={count > 0 ? tone : ''} note={refused === 0 ? undefined : t.indexers.heal.notDone(refused)} />;
}
