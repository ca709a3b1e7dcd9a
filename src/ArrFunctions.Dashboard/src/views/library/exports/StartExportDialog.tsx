import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { answer, client } from '../../../api/client';
import { useAction } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { ErrorNote } from '../../../parts/ErrorNote';
import { t } from '../../../texts';
import { libraryPath } from '../place';

const text = t.library.export;

/** Asks of which instance and how much; afterwards one sees the export at work. */
export function StartExportDialog({ instances, chosen, onClose }: { instances: readonly string[]; chosen: string | undefined; onClose: () => void }) {
  const [instance, setInstance] = useState(chosen ?? (instances.length === 1 ? instances[0] ?? '' : ''));
  const [, go] = useLocation();
  const [full, setFull] = useState(false);
  const start = useAction(() => answer(client.POST('/api/library/export', { body: { instance: instance === '' ? null : instance, full, priority: 'high' } })), ['/api/library', '/api/batch']);
  const begin = () => start.mutate(undefined, {
    onSuccess: ({ exports, refused }) => {
      if (refused.length === 0) {
        onClose();
        go(libraryPath('exports', ...exports.length === 1 ? exports.map(begun => begun.exportId) : []));
      }
    },
  });
  const isDone = start.data !== undefined;
  const actions = isDone
    ? <Button isPrimary onClick={onClose}>{text.close}</Button>
    : <><Button onClick={onClose}>{t.parts.cancel}</Button><Button isPrimary isBusy={start.isPending} onClick={begin}>{text.begin}</Button></>;
  return (
    <Dialog title={text.start} actions={actions} onClose={onClose}>
      <div class="form">
        <label class="field">
          <span>{text.of}</span>
          <select value={instance} onChange={event => setInstance(event.currentTarget.value)} disabled={isDone}>
            {instances.length > 1 ? <option value="">{text.every}</option> : null}
            {instances.map(name => <option key={name} value={name}>{name}</option>)}
          </select>
        </label>
        <label class="check">
          <input type="checkbox" checked={full} disabled={isDone} onChange={event => setFull(event.currentTarget.checked)} />
          <span>{text.full}<br /><small class="muted">{text.fullNote}</small></span>
        </label>
        {start.error === null ? null : <ErrorNote problem={start.error} />}
        {start.data === undefined ? null : (
          <div class="note warn" role="status">
            {start.data.exports.length === 0 ? null : <p>{text.begun(start.data.exports.length)}</p>}
            {start.data.refused.map(refused => <p key={refused.instance}>{text.refused(refused.instance, refused.reason)}</p>)}
          </div>
        )}
      </div>
    </Dialog>
  );
}
