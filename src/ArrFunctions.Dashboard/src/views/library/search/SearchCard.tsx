import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { answer, client } from '../../../api/client';
import { useAction } from '../../../api/hooks';
import { Problem } from '../../../api/problem';
import { ActionButton } from '../../../parts/ActionButton';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { ErrorNote } from '../../../parts/ErrorNote';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { outcomeOf } from './outcome';
import { PlanView } from './PlanView';
import { SearchRules } from './SearchRules';

const text = t.library.search;
const ask = (instance: string, dryRun: boolean) => answer(client.POST('/api/library/search', { body: { instance, dryRun, limit: dryRun ? 5 : 1 } }));

/** First what would be done, then the button that does it. */
export function SearchCard({ instance }: { instance: string }) {
  const may = useMay('operate');
  const [isRefused, setIsRefused] = useState(false);
  const look = useAction(() => ask(instance, true), []);
  const plan = look.data?.instances.find(one => one.instance === instance);
  const first = plan?.next[0]?.name;
  const search = async () => {
    try {
      const report = await ask(instance, false);
      look.reset();
      return report;
    } catch (fault) {
      setIsRefused(fault instanceof Problem && fault.code === 'dryRun');
      throw fault;
    }
  };

  return (
    <Card title={text.title} aside={<Link href="/system/configuration?search=Library:Search">{text.settings}</Link>}>
      <p>{text.what}</p>
      <SearchRules />
      <div class="actions">
        <Button isPrimary={plan === undefined} isBusy={look.isPending} disabled={!may} title={may ? undefined : t.parts.needs('operate')} onClick={() => look.mutate(undefined)}>
          {plan === undefined ? text.plan : text.planAgain}
        </Button>
        <ActionButton act={search} changes={['/api/library/{instance}/searches']} done={report => outcomeOf(report, instance)} isPrimary={plan !== undefined}
          disabled={plan !== undefined && (plan.hold !== undefined || first === undefined)}
          confirm={{ title: text.sure, body: <p>{first === undefined ? text.sureBodyNoPlan(instance) : text.sureBody(first, instance)}</p>, button: text.now }}>
          {text.now}
        </ActionButton>
      </div>
      {isRefused ? <p class="note warn" role="status">{text.dryRunNote}</p> : null}
      {look.error === null ? null : <ErrorNote problem={look.error} />}
      {plan === undefined ? null : <PlanView plan={plan} />}
    </Card>
  );
}
