import { Play, RotateCcw, Undo2, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { answer, client } from '../../../api/client';
import { ActionButton } from '../../../parts/ActionButton';
import { Dialog } from '../../../parts/Dialog';
import { fileOf } from '../../../format/paths';
import { t } from '../../../texts';
import { canCancel, canRetry, canUndo } from '../look';
import type { Job, Track } from '../model';
import { TrackList } from '../tracks/TrackList';
import { UndoWarning } from './UndoWarning';

const changes = ['/api/jobs', '/api/batch', '/api/events', '/api/stats'];

/** What can be done with a job as it stands. */
export function JobActions({ job }: { job: Job }) {
  const [after, setAfter] = useState<readonly Track[] | null>(null);
  const params = { params: { path: { id: job.id } } };
  const undo = () => answer(client.POST('/api/jobs/{id}/undo', params)).then(undone => {
    setAfter(undone.tracks);
    return undone;
  });
  const isBad = job.status === 'failed' || job.status === 'poisoned';
  return (
    <div class="actions">
      {canCancel(job) ? (
        <ActionButton isDanger changes={changes} done={() => t.audio.act.cancelled} act={() => answer(client.DELETE('/api/jobs/{id}', params))}
          confirm={{ title: t.audio.act.cancelTitle, body: <p>{t.audio.act.cancelBody}</p>, button: t.audio.act.cancel }}>
          <X size={16} aria-hidden="true" />{t.audio.act.cancel}
        </ActionButton>
      ) : null}
      {canRetry(job) ? (
        <ActionButton isPrimary={isBad} changes={changes} done={() => t.audio.act.retried} act={() => answer(client.POST('/api/jobs/{id}/retry', params))}>
          {isBad ? <RotateCcw size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}{isBad ? t.audio.act.retry : job.status === 'waiting' ? t.audio.act.lookNow : t.audio.act.again}
        </ActionButton>
      ) : null}
      {canUndo(job) ? (
        <ActionButton changes={changes} done={() => t.audio.act.undone(fileOf(job.path))} act={undo}
          confirm={{ title: t.audio.act.undoTitle, body: <UndoWarning job={job} />, button: t.audio.act.undoButton }}>
          <Undo2 size={16} aria-hidden="true" />{t.audio.act.undo}
        </ActionButton>
      ) : null}
      {after === null ? null : (
        <Dialog title={t.audio.act.undoneTitle} onClose={() => setAfter(null)}><p>{t.audio.act.undoneTracks}</p><TrackList tracks={after} /></Dialog>
      )}
    </div>
  );
}
