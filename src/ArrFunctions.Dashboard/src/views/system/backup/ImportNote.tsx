import { answer, client } from '../../../api/client';
import { ActionButton } from '../../../parts/ActionButton';
import { t } from '../../../texts';

/** An import has begun and has not ended: the service stands still until it does. */
export function ImportNote({ id, isReplacing }: { id: string; isReplacing: boolean }) {
  const texts = t.system.backup;
  const end = () => answer(client.DELETE('/api/maintenance/imports/{id}', { params: { path: { id } } }));
  return (
    <div class="note warn">
      <p><strong>{texts.importTitle}</strong></p>
      <p>{texts.importBody(isReplacing)}</p>
      <p class="muted">{texts.importFile} <code>{id}</code></p>
      <ActionButton act={end} changes={['/api/maintenance', '/health', '/api/events']} needs="admin" isDanger done={() => texts.importEnded}
        confirm={{ title: texts.importEnd, body: <p>{texts.importEndBody}</p>, button: texts.importEnd }}>
        {texts.importEnd}
      </ActionButton>
    </div>
  );
}
