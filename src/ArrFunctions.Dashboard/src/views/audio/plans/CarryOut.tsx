import { useState } from 'preact/hooks';
import { answer, client } from '../../../api/client';
import { useAction } from '../../../api/hooks';
import { formatNumber } from '../../../format/numbers';
import type { Problem } from '../../../api/problem';
import { Button } from '../../../parts/Button';
import { ConfirmDialog } from '../../../parts/ConfirmDialog';
import { toast } from '../../../parts/Toasts';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';

interface Props {
  count: number;
  hasMore: boolean;
  /** Called where the service only plans. */
  onDryRun: (problem: Problem | null) => void;
}

/** Carries all plans out, once it is confirmed. */
export function CarryOut({ count, hasMore, onDryRun }: Props) {
  const may = useMay('operate');
  const [isAsking, setIsAsking] = useState(false);
  const apply = useAction(() => answer(client.POST('/api/jobs/apply', { params: { query: { result: 'planned' } } })), ['/api/jobs', '/api/batch', '/api/stats']);
  const run = () => {
    setIsAsking(false);
    onDryRun(null);
    // When nothing is left to be carried out, the button is gone before its callbacks.
    apply.mutateAsync(undefined).then(
      done => toast(t.audio.plans.queued(done.queued), 'good'),
      (problem: unknown) => (problem as Problem).code === 'dryRun' ? onDryRun(problem as Problem) : toast((problem as Problem).message, 'bad'));
  };
  const plans = t.audio.plans.plans(hasMore ? t.audio.more(count) : formatNumber(count));
  return (
    <>
      <Button isPrimary isBusy={apply.isPending} disabled={!may} title={may ? undefined : t.parts.needs('operate')} onClick={() => setIsAsking(true)}>{t.audio.plans.carryOut}</Button>
      {isAsking ? <ConfirmDialog title={t.audio.plans.carryTitle} body={<p>{t.audio.plans.carryBody(plans)}</p>} button={t.audio.plans.carryOut} onConfirm={run} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}
