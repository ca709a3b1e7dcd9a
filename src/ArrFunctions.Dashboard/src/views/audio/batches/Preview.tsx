import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { answer, client } from '../../../api/client';
import { useAction } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { ConfirmDialog } from '../../../parts/ConfirmDialog';
import { ErrorNote } from '../../../parts/ErrorNote';
import { toast } from '../../../parts/Toasts';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { bodyOf } from '../batches';
import type { Batch } from '../model';
import { DryRunNote } from '../plans/DryRunNote';
import { previewOf } from './counts';

/** What a dry run found, and the button that has it done: the same folder once more, and not the plans of all other dry runs. */
export function Preview({ batch }: { batch: Batch }) {
  const [, go] = useLocation();
  const may = useMay('operate');
  const [isAsking, setIsAsking] = useState(false);
  const start = useAction(() => answer(client.POST('/api/batch', { body: bodyOf(batch, false) })), ['/api/batch']);
  const { planned } = batch.progress.counts;
  const run = () => {
    setIsAsking(false);
    start.mutate(undefined, {
      onSuccess: begun => {
        toast(t.audio.batch.realDone, 'good');
        go(`/audio/batches/${begun.batchId}`);
      },
    });
  };
  const button = (
    <Button isPrimary isBusy={start.isPending} disabled={!may} title={may ? undefined : t.parts.needs('operate')} onClick={() => setIsAsking(true)}>{t.audio.batch.real}</Button>
  );
  return (
    <Card title={t.audio.batch.preview} aside={planned === 0 ? undefined : button}>
      <p class="lead">{previewOf(batch.progress.counts)}</p>
      {planned === 0 ? null : <p><Link href={`/audio/batches/${batch.id}?result=planned`}>{t.audio.batch.seeThem}</Link></p>}
      {start.error === null ? null : start.error.code === 'dryRun' ? <DryRunNote problem={start.error} text={t.audio.batch.dryRunOnly} /> : <ErrorNote problem={start.error} />}
      {isAsking ? (
        <ConfirmDialog title={t.audio.batch.realTitle} body={<p>{t.audio.batch.realBody(t.audio.plans.count(planned), batch.path)}</p>}
          button={t.audio.batch.realButton} onConfirm={run} onClose={() => setIsAsking(false)} />
      ) : null}
    </Card>
  );
}
