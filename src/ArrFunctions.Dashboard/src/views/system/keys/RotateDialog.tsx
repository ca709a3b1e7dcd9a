import { useState } from 'preact/hooks';
import { useAction } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { ErrorNote } from '../../../parts/ErrorNote';
import { t } from '../../../texts';
import { rotateKey } from './calls';
import type { CreatedKey, Key } from './keys';

/** Gives a key a new text; the old one works on for a while, or not at all. */
export function RotateDialog({ known, onRotated, onClose }: { known: Key; onRotated: (created: CreatedKey) => void; onClose: () => void }) {
  const texts = t.system.keys;
  const [overlap, setOverlap] = useState('1d');
  const action = useAction(rotateKey, ['/api/keys', '/api/events']);
  const actions = (
    <>
      <Button onClick={onClose}>{t.parts.cancel}</Button>
      <Button isPrimary isBusy={action.isPending} onClick={() => action.mutate({ id: known.id, overlap }, { onSuccess: onRotated })}>{texts.rotate}</Button>
    </>
  );
  return (
    <Dialog title={texts.rotateTitle(known.name)} actions={actions} onClose={onClose}>
      <p>{texts.rotateBody}</p>
      <label class="field">
        <span>{texts.overlap}</span>
        <select value={overlap} onChange={event => setOverlap(event.currentTarget.value)}>
          {Object.entries(texts.overlaps).map(([value, said]) => <option key={value} value={value}>{said}</option>)}
        </select>
      </label>
      {action.error === null ? null : <ErrorNote problem={action.error} />}
    </Dialog>
  );
}
