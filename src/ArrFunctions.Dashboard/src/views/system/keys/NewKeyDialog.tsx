import { useState } from 'preact/hooks';
import { useAction, useGet } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { ErrorNote } from '../../../parts/ErrorNote';
import { t } from '../../../texts';
import { RoleChooser } from './RoleChooser';
import { createKey } from './calls';
import type { CreatedKey, Wish } from './keys';

export function NewKeyDialog({ onCreated, onClose }: { onCreated: (created: CreatedKey) => void; onClose: () => void }) {
  const texts = t.system.keys;
  const [wish, setWish] = useState<Wish>({ name: '', role: 'read', expires: '', instance: '' });
  const instances = useGet('/api/instances');
  const action = useAction(createKey, ['/api/keys', '/api/events']);
  const submit = (event: Event) => {
    event.preventDefault();
    action.mutate(wish, { onSuccess: onCreated });
  };

  return (
    <Dialog title={texts.create} onClose={onClose}>
      <form class="form" onSubmit={submit}>
        <label class="field">
          <span>{texts.name}</span>
          <input required maxLength={64} value={wish.name} placeholder={texts.nameHint} onInput={event => setWish({ ...wish, name: event.currentTarget.value })} />
        </label>
        <RoleChooser role={wish.role} onChoose={role => setWish({ ...wish, role })} />
        {wish.role === 'webhook' ? (
          <label class="field">
            <span>{texts.instance}</span>
            <select value={wish.instance} onChange={event => setWish({ ...wish, instance: event.currentTarget.value })}>
              <option value="">{texts.anyInstance}</option>
              {instances.data?.instances.map(({ name }) => <option key={name} value={name}>{name}</option>)}
            </select>
          </label>
        ) : null}
        <label class="field">
          <span>{texts.expires}</span>
          <input type="date" value={wish.expires} onInput={event => setWish({ ...wish, expires: event.currentTarget.value })} />
          <small>{texts.expiresHint}</small>
        </label>
        {action.error === null ? null : <ErrorNote problem={action.error} />}
        <div class="actions end">
          <Button onClick={onClose}>{t.parts.cancel}</Button>
          <Button type="submit" isPrimary isBusy={action.isPending}>{texts.create}</Button>
        </div>
      </form>
    </Dialog>
  );
}
