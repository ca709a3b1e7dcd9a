import { useState } from 'preact/hooks';
import { answer, client } from '../../api/client';
import { ActionButton } from '../../parts/ActionButton';
import type { components } from '../../api/schema';
import { t } from '../../texts';
import { listOf, store, useSetting } from './settings';

type Root = components['schemas']['RootReport'];

/** The folders in which files may be changed: looked at, and saved when they are there. */
export function RootsEditor() {
  const setting = useSetting('Audio:Roots');
  const [text, setText] = useState<string | null>(null);
  const [reports, setReports] = useState<readonly Root[]>([]);
  const shown = text ?? listOf(setting).join('\n');
  const roots = shown.split('\n').map(line => line.trim()).filter(line => line !== '');
  const save = async () => {
    const found = await answer(client.POST('/api/mappings/check', { body: { roots } }));
    setReports(found.roots);
    if (found.roots.every(root => root.isReadable)) {
      await store({ 'Audio:Roots': roots });
      setText(null);
      return true;
    }

    return false;
  };
  return (
    <div class="editor">
      <label class="field">
        <span>{t.setup.media.roots}</span>
        <textarea rows={Math.max(2, roots.length + 1)} value={shown} placeholder="/data/media" spellcheck={false} onInput={event => setText(event.currentTarget.value)} />
        <small>{t.setup.media.rootsHint} {setting?.isFixed === true ? t.setup.fixed(setting.place ?? setting.source) : null}</small>
      </label>
      {reports.map(root => <p key={root.path} class={`note ${root.code === 'right' ? 'good' : root.isReadable ? 'warn' : 'bad'}`}>{root.sentence}</p>)}
      <div class="actions">
        <ActionButton isPrimary needs="admin" disabled={roots.length === 0} act={save} changes={['/api/config', '/api/setup', '/health']}
          done={isSaved => isSaved ? t.setup.media.savedRoots : undefined}>
          {t.setup.media.checkRoots}
        </ActionButton>
      </div>
    </div>
  );
}
