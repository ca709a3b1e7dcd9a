import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import { fromField, toField, type Filters } from './filters';

interface Props {
  filters: Filters;
  onChange: (name: keyof Filters, value: string) => void;
  onClear: () => void;
}

export function EventFilters({ filters, onChange, onClear }: Props) {
  const texts = t.system.events;
  const text = (name: 'subject' | 'actor' | 'correlation') => (
    <label class="field"><span>{texts.fields[name]}</span><input value={filters[name] ?? ''} placeholder={texts.hints[name]} spellcheck={false} onChange={event => onChange(name, event.currentTarget.value)} /></label>
  );
  const time = (name: 'from' | 'to') => (
    <label class="field time"><span>{texts.fields[name]}</span><input type="datetime-local" value={toField(filters[name])} onChange={event => onChange(name, fromField(event.currentTarget.value))} /></label>
  );
  const isNarrowed = Object.keys(filters).length > 0;
  return (
    <Card title={texts.filters} aside={isNarrowed ? <Button isQuiet onClick={onClear}>{texts.clear}</Button> : undefined}>
      <div class="filters events-filters">
        <label class="field">
          <span>{texts.fields.name}</span>
          <input list="event-names" value={filters.name ?? ''} placeholder={texts.hints.name} spellcheck={false} onChange={event => onChange('name', event.currentTarget.value)} />
          <datalist id="event-names">{texts.names.map(([name, said]) => <option key={name} value={name}>{said}</option>)}</datalist>
        </label>
        <label class="field">
          <span>{texts.fields.severity}</span>
          <select value={filters.severity ?? ''} onChange={event => onChange('severity', event.currentTarget.value)}>
            {Object.entries(texts.severities).map(([value, said]) => <option key={value} value={value === 'all' ? '' : value}>{said}</option>)}
          </select>
        </label>
        {text('subject')}{text('actor')}{time('from')}{time('to')}{text('correlation')}
      </div>
    </Card>
  );
}
