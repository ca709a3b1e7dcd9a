import { t } from '../../../texts';
import type { Form } from './startForm';

const priorities = ['high', 'normal', 'low'] as const;

interface Props {
  form: Form;
  onChange: (changed: Partial<Form>) => void;
}

/** Which files of the folder, and how urgent they are. */
export function FileFilters({ form, onChange }: Props) {
  return (
    <div class="file-filters">
      <label class="field">
        <span>{t.audio.start.patterns}</span>
        <textarea rows={3} spellcheck={false} value={form.patterns} aria-describedby="patterns-hint" onInput={event => onChange({ patterns: event.currentTarget.value })} />
        <small id="patterns-hint">{t.audio.start.patternsHint}</small>
      </label>
      <label class="field">
        <span>{t.audio.start.exclude}</span>
        <textarea rows={3} spellcheck={false} value={form.exclude} aria-describedby="exclude-hint" onInput={event => onChange({ exclude: event.currentTarget.value })} />
        <small id="exclude-hint">{t.audio.start.excludeHint}</small>
      </label>
      <label class="field">
        <span>{t.audio.start.minSize}</span>
        <input spellcheck={false} value={form.minSize} aria-describedby="size-hint" onInput={event => onChange({ minSize: event.currentTarget.value })} />
        <small id="size-hint">{t.audio.start.minSizeHint}</small>
      </label>
      <label class="field">
        <span>{t.audio.start.maxAge}</span>
        <input spellcheck={false} value={form.maxAge} aria-describedby="age-hint" onInput={event => onChange({ maxAge: event.currentTarget.value })} />
        <small id="age-hint">{t.audio.start.maxAgeHint}</small>
      </label>
      <label class="field">
        <span>{t.audio.start.priority}</span>
        <select value={form.priority} onChange={event => onChange({ priority: priorities.find(one => one === event.currentTarget.value) ?? 'normal' })}>
          {priorities.map(priority => <option key={priority} value={priority}>{t.audio.start.priorities[priority]}</option>)}
        </select>
      </label>
    </div>
  );
}
