import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { Choice } from '../Choice';
import { priorityTone } from '../tones';
import { filtersOf, priorities, toggled } from './filters';

const text = t.library.candidates;

export function CandidateFilters() {
  const { query, choose } = useChoices();
  const { priority, blocked, minGain } = filtersOf(query);
  const chosen = priority?.split(',') ?? [];
  return (
    <div class="filters" role="group" aria-label={text.filters}>
      <div class="field">
        <span>{text.priority}</span>
        <div class="choice four" role="group" aria-label={text.priority}>
          {priorities.map(known => (
            <button key={known} type="button" aria-pressed={chosen.includes(known)} onClick={() => choose({ priority: toggled(priority, known) }, true)}>
              <span class={`dot ${priorityTone[known]}`} aria-hidden="true" />{t.library.priorities[known]}
            </button>
          ))}
        </div>
      </div>
      <div class="field">
        <span>{text.blocked}</span>
        <Choice label={text.blocked} value={blocked === undefined ? '' : blocked ? 'true' : 'false'} onChoose={value => choose({ blocked: value }, true)}
          options={[{ value: '', title: text.either }, { value: 'false', title: text.yes }, { value: 'true', title: text.no }]} />
      </div>
      <label class="field gain">
        <span>{text.minGain}</span>
        <input type="number" min={0} step={1} inputMode="numeric" value={minGain ?? ''} onChange={event => choose({ minGain: event.currentTarget.value }, true)} />
      </label>
    </div>
  );
}
