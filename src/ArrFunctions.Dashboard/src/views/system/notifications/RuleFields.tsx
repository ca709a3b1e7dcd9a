import { t } from '../../../texts';
import { severities, whens, type FilledRule } from './rules';
import { TextField } from './TextField';

export function RuleFields({ filled, names, onChange }: { filled: FilledRule; names: readonly string[]; onChange: (filled: FilledRule) => void }) {
  const texts = t.system.rules;
  const choose = (name: string, isChosen: boolean) => onChange({ ...filled, targets: isChosen ? [...filled.targets, name] : filled.targets.filter(other => other !== name) });
  return (
    <>
      <label class="field">
        <span>{texts.events}</span>
        <textarea rows={4} value={filled.events} spellcheck={false} onInput={event => onChange({ ...filled, events: event.currentTarget.value })} />
        <small>{texts.eventsHint}</small>
      </label>
      <Choice label={texts.severity} value={filled.severity} choices={severities} words={texts.severities} onChoose={severity => onChange({ ...filled, severity })} />
      <TextField label={texts.actor} value={filled.actor} hint={texts.actorHint} onType={actor => onChange({ ...filled, actor })} />
      <TextField label={texts.before} value={filled.before} hint={texts.beforeHint} onType={before => onChange({ ...filled, before })} />
      <Choice label={texts.time} value={filled.when} choices={whens} words={texts.times} onChoose={when => onChange({ ...filled, when })} />
      {filled.when === 'never' || names.length === 0 ? null : (
        <fieldset class="choices">
          <legend>{texts.to}</legend>
          {names.map(name => <label key={name} class="check"><input type="checkbox" checked={filled.targets.includes(name)} onChange={event => choose(name, event.currentTarget.checked)} /><bdi>{name}</bdi></label>)}
          <small class="muted">{texts.toAll}</small>
        </fieldset>
      )}
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  choices: readonly string[];
  words: Readonly<Record<string, string>>;
  onChoose: (value: string) => void;
}

function Choice({ label, value, choices, words, onChoose }: ChoiceProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={event => onChoose(event.currentTarget.value)}>{choices.map(choice => <option key={choice} value={choice}>{words[choice] ?? choice}</option>)}</select>
    </label>
  );
}
