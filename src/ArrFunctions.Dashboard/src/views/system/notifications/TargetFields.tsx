import { useGet } from '../../../api/hooks';
import { t } from '../../../texts';
import { isSet, type Entry } from './entries';
import { has, isHeartbeat, kindNames, withKind, type Filled } from './targetForm';
import { TextField } from './TextField';
import { TokenField } from './TokenField';

interface Props {
  filled: Filled;
  /** What is stored of it. */
  entry: Entry | null;
  /** Where its address leads, which is a secret. */
  host: string | undefined;
  names: readonly string[];
  /** Name and kind of one that is there stay. */
  isNew: boolean;
  onChange: (filled: Filled) => void;
}

/** Asks for what the kind needs, and for nothing else. */
export function TargetFields({ filled, entry, host, names, isNew, onChange }: Props) {
  const texts = t.system.targetForm;
  const { kind } = filled;
  const set = (change: Partial<Filled>) => onChange({ ...filled, ...change });
  const kept = isSet(entry, 'Url') ? ` ${texts.urlKept(host ?? '…')}` : '';
  return (
    <>
      {isNew ? <KindAndName filled={filled} names={names} onChange={onChange} /> : null}
      <TextField label={texts.url} type="url" required={!isSet(entry, 'Url')} value={filled.url} placeholder={texts.examples[kind]} hint={`${texts.wheres[kind] ?? ''}${kept}`} onType={url => set({ url })} />
      {has(kind, 'user') ? <TextField label={texts.user} value={filled.user} hint={texts.userHint} onType={user => set({ user })} /> : null}
      {has(kind, 'token') ? <TokenField filled={filled} isSaved={isSet(entry, 'Token')} onChange={set} /> : null}
      {has(kind, 'from') ? <TextField label={texts.from} type="email" required value={filled.from} onType={from => set({ from })} /> : null}
      {has(kind, 'to') ? <TextField label={texts.to} required value={filled.to} hint={texts.toHint} onType={to => set({ to })} /> : null}
      {has(kind, 'tag') ? <TextField label={texts.tag} value={filled.tag} hint={texts.tagHint} onType={tag => set({ tag })} /> : null}
      {has(kind, 'schedule') ? <ScheduleField schedule={filled.schedule} onChoose={schedule => set({ schedule })} /> : null}
      {has(kind, 'attach') ? <label class="check"><input type="checkbox" checked={filled.attach} onChange={event => set({ attach: event.currentTarget.checked })} />{texts.attach}</label> : null}
    </>
  );
}

function KindAndName({ filled, names, onChange }: Pick<Props, 'filled' | 'names' | 'onChange'>) {
  const texts = t.system.targetForm;
  const choose = (chosen: string) => onChange(withKind(filled, kindNames.find(name => name === chosen) ?? filled.kind, names));
  return (
    <>
      <label class="field">
        <span>{texts.kind}</span>
        <select value={filled.kind} onChange={event => choose(event.currentTarget.value)}>
          {[false, true].map(beats => (
            <optgroup key={String(beats)} label={beats ? texts.heartbeats : texts.messages}>
              {kindNames.filter(name => isHeartbeat(name) === beats).map(name => <option key={name} value={name}>{t.system.targets.kinds[name]}</option>)}
            </optgroup>
          ))}
        </select>
      </label>
      <TextField label={texts.name} required value={filled.name} hint={texts.nameHint} onType={name => onChange({ ...filled, name })} />
    </>
  );
}

function ScheduleField({ schedule, onChoose }: { schedule: string; onChoose: (schedule: string) => void }) {
  const texts = t.system.targetForm;
  const names = useGet('/api/schedules').data?.schedules.map(known => known.name) ?? [];
  const all = schedule === '' || names.includes(schedule) ? names : [schedule, ...names];
  return (
    <label class="field">
      <span>{texts.schedule}</span>
      <select value={schedule} onChange={event => onChoose(event.currentTarget.value)}>
        <option value="">{texts.health}</option>
        {all.map(name => <option key={name} value={name}>{texts.runsOf(name)}</option>)}
      </select>
    </label>
  );
}
