import { useState } from 'preact/hooks';
import { ActionButton } from '../../parts/ActionButton';
import { t } from '../../texts';
import { store, useSetting } from './settings';

export function LanguagesEditor({ onSaved }: { onSaved: () => void }) {
  const setting = useSetting('Audio:Languages');
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? setting?.value ?? '';
  const save = async () => {
    await store({ 'Audio:Languages': shown.split(',').map(language => language.trim()).filter(language => language !== '') });
    setText(null);
    onSaved();
  };
  return (
    <div class="editor inline">
      <label class="field">
        <span>{t.setup.preview.languages}</span>
        <input value={shown} spellcheck={false} onInput={event => setText(event.currentTarget.value)} />
        <small>{t.setup.preview.languagesHint}</small>
      </label>
      <ActionButton needs="admin" disabled={text === null} act={save} changes={['/api/config']} done={() => t.setup.preview.savedLanguages}>{t.setup.preview.saveLanguages}</ActionButton>
    </div>
  );
}
