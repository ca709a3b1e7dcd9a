import { RotateCcw, X } from 'lucide-preact';
import { answer, client } from '../../../api/client';
import { ActionButton } from '../../../parts/ActionButton';
import { t } from '../../../texts';
import { canRetryBatch, failedOf } from '../batches';
import type { Batch } from '../model';

const changes = ['/api/batch', '/api/jobs'];

/** What can be done with a batch as it stands. */
export function BatchActions({ batch }: { batch: Batch }) {
  const params = { params: { path: { id: batch.id } } };
  return (
    <div class="actions">
      {batch.status === 'planning' || batch.status === 'running' ? (
        <ActionButton isDanger changes={changes} done={() => t.audio.batch.cancelled} act={() => answer(client.DELETE('/api/batch/{id}', params))}
          confirm={{ title: t.audio.batch.cancelTitle, body: <p>{t.audio.batch.cancelBody}</p>, button: t.audio.batch.cancelButton }}>
          <X size={16} aria-hidden="true" />{t.audio.batch.cancel}
        </ActionButton>
      ) : null}
      {canRetryBatch(batch) ? (
        <ActionButton isPrimary changes={changes} done={() => t.audio.batch.retried} act={() => answer(client.POST('/api/batch/{id}/retry', params))}>
          <RotateCcw size={16} aria-hidden="true" />{t.audio.batch.retry(failedOf(batch.progress.counts))}
        </ActionButton>
      ) : null}
    </div>
  );
}
