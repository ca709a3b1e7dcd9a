import { t } from '../../../texts';
import { Switch } from './Switch';
import type { Editor, Setting } from './settings';

interface Props {
  editor: Editor;
  setting: Setting;
  typed: string;
  isWrong: boolean;
  onType: (typed: string) => void;
}

/** A field that fits the kind of the setting. */
export function ValueEditor({ editor, setting, typed, isWrong, onType }: Props) {
  const texts = t.system.configuration;
  if (editor === 'switch') {
    return <Switch label={texts.value} isOn={typed === 'true'} on="true" off="false" onChange={isOn => onType(String(isOn))} />;
  }

  const hint = setting.default === undefined ? texts.noDefault : texts.defaultIs(setting.default);
  const type = editor === 'secret' ? 'password' : editor === 'number' ? 'number' : 'text';
  return (
    <label class="field">
      <span>{editor === 'secret' ? texts.newSecret : texts.value}</span>
      {editor === 'choice'
        ? (
          <select value={typed} onChange={event => onType(event.currentTarget.value)}>
            {typed === '' ? <option value="">{texts.none}</option> : null}
            {setting.choices?.map(choice => <option key={choice} value={choice}>{choice}</option>)}
          </select>
        )
        : editor === 'lines'
          ? <textarea rows={5} value={typed} aria-invalid={isWrong} spellcheck={false} onInput={event => onType(event.currentTarget.value)} />
          : <input type={type} value={typed} aria-invalid={isWrong} autocomplete="off" spellcheck={false} placeholder={setting.isSecret ? '' : setting.default} onInput={event => onType(event.currentTarget.value)} />}
      <small>{editor === 'lines' ? `${texts.oneALine} ${hint}` : editor === 'secret' ? texts.secretHint : hint}</small>
    </label>
  );
}
