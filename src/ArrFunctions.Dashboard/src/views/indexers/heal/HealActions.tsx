import { answer, client } from '../../../api/client';
import { ActionButton } from '../../../parts/ActionButton';
import { t } from '../../../texts';
import type { HealPlan } from '../shared/types';
import { planGroups } from './planGroups';

const shown = 8;

const heal = (dryRun: boolean) => () => answer(client.POST('/api/indexers/heal', { body: { dryRun } }));

/** Plans again, which changes nothing, or carries a plan out after a last look at what it has in mind. What was carried out is planned anew first. */
export function HealActions({ plan, isForbidden }: { plan: HealPlan | undefined; isForbidden: boolean }) {
  const words = t.indexers.heal;
  const { disable, restore, tested } = planGroups(plan ?? { indexers: [] });
  const names = (entries: readonly { name: string }[]) => t.indexers.list([...entries.slice(0, shown).map(one => one.name), ...entries.length > shown ? [words.others(entries.length - shown)] : []]);
  const body = (
    <>
      {disable.length === 0 ? null : <p><strong>{words.toDisable}</strong>{': '}<bdi>{names(disable)}</bdi></p>}
      {restore.length === 0 ? null : <p><strong>{words.toRestore}</strong>{': '}<bdi>{names(restore)}</bdi></p>}
      {tested.length === 0 ? null : <p><strong>{words.toTest}</strong>{': '}<bdi>{names(tested)}</bdi></p>}
      {disable.length + restore.length + tested.length === 0 ? <p>{words.nothing}</p> : null}
      <p>{words.judgesAnew}</p>
      <p>{words.keeps}</p>
    </>
  );
  return (
    <div class="actions">
      <ActionButton act={heal(true)} changes={['/api/indexers']} done={({ changes }) => words.planned(changes)}>{words.plan}</ActionButton>
      <ActionButton act={heal(false)} changes={['/api/indexers']} done={({ indexers }) => words.carriedOut(indexers.filter(one => one.isDone === true).length)}
        isPrimary disabled={isForbidden || plan?.isDryRun !== true} confirm={{ title: words.confirm, body, button: words.carryOut }}>
        {words.carryOut}
      </ActionButton>
      {plan?.isDryRun === false && !isForbidden ? <small class="muted">{words.planFirst}</small> : null}
    </div>
  );
}
