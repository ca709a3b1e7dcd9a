import { Link } from 'wouter-preact';
import { useGet } from '../../../api/hooks';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { HealActions } from './HealActions';
import { PlanView } from './PlanView';

/** What the next heal sweep has in mind, before it is done; what the last one did, after. */
export function HealView() {
  const plan = useGet('/api/indexers/heal');
  const list = useGet('/api/indexers');
  const isForbidden = list.data?.isDryRun === true;
  return (
    <>
      <HealActions plan={plan.data} isForbidden={isForbidden} />
      {isForbidden ? <p class="note">{t.indexers.heal.forbidden} <code>{t.indexers.heal.setting}</code>{'. '}<Link href="/system/configuration">{t.indexers.heal.toSetting}</Link></p> : null}
      <Loaded query={plan} lines={8} instead={{ noPlan: <Empty>{t.indexers.heal.noPlan}</Empty> }}>{data => <PlanView plan={data} />}</Loaded>
    </>
  );
}
