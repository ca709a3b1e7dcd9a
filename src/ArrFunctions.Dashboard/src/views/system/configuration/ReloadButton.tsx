import { RotateCw } from 'lucide-preact';
import { answer, client } from '../../../api/client';
import { ActionButton } from '../../../parts/ActionButton';
import { t } from '../../../texts';
import { changes } from './change';

/** Has every source read again: the file, the environment, what is stored. */
export function ReloadButton() {
  const texts = t.system.configuration;
  return (
    <ActionButton act={() => answer(client.POST('/api/config/reload'))} changes={changes} needs="admin" done={() => texts.reloaded}>
      <RotateCw size={16} aria-hidden="true" />{texts.reload}
    </ActionButton>
  );
}
