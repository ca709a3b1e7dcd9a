import { useState } from 'preact/hooks';
import { answer, client } from '../../../api/client';
import { useAction } from '../../../api/hooks';
import { formatNumber } from '../../../format/numbers';
import { Button } from '../../../parts/Button';
import { ConfirmDialog } from '../../../parts/ConfirmDialog';
import { toast } from '../../../parts/Toasts';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { DryRunNote } from './DryRunNote';

/** Carries all plans out, once it is confirmed; says which setting forbids it. */
export function CarryOut({ count, hasMore }: { count: number; hasMore: boolean }) {
  const may = useMay('operate');
  const [isAsking, setIsAsking] = useState(false);
  const apply = useAction(() => answer(client.POST('/api/jobs/apply', { params: { query: { result: 'planned' } } })), ['/api/jobs', '/api/batch', '/api/stats']);
  const run = () => {
    setIsAsking(false);
    apply.mutate(undefined, {
      onSuccess: done => toast(t.audio.plans.queued(done.queued), 'good'),
      onError: problem => problem.code === 'dryRun' ? undefined : toast(problem.message, 'bad'),
    });
  };
  const plans = t.audio.plans.plans(hasMore ? t.audio.more(count) : formatNumber(count));
  return (
    <>
      <Button isPrimary isBusy={apply.isPending} disabled={!may} title={may ? undefined : t.parts.needs('operate')} onClick={() => setIsAsking(true)}>{t.audio.plans.carryOut}</Button>
      {apply.error?.code === 'dryRun' ? <DryRunNote problem={apply.error} text={t.audio.plans.dryRun} /> : null}
      {isAsking ? <ConfirmDialog title={t.audio.plans.carryTitle} body={<p>{t.audio.plans.carryBody(plans)}</p>} button={t.audio.plans.carryOut} onConfirm={run} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}
