import { Button } from '../../../parts/Button';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { Described } from './Described';
import { SourceNote } from './SourceNote';
import { isDryRun, valuesOf, type Setting } from './settings';

export function SettingRow({ setting, onEdit }: { setting: Setting; onEdit: () => void }) {
  const texts = t.system.configuration;
  const may = useMay('admin');
  const refusal = isDryRun(setting) ? texts.atTop : !setting.isStorable ? texts.notStorable : !may ? t.parts.needs('admin') : undefined;
  return (
    <li class="setting">
      <div>
        <code class="key">{setting.key}</code>
        <p class="muted"><Described text={setting.description} /></p>
      </div>
      <div class="value"><ShownValue setting={setting} /><SourceNote setting={setting} /></div>
      <Button onClick={onEdit} disabled={refusal !== undefined} title={refusal} aria-label={texts.changeOf(setting.key)}>{texts.change}</Button>
    </li>
  );
}

function ShownValue({ setting: { isSecret, isSet, isList, value } }: { setting: Setting }) {
  const texts = t.system.configuration;
  if (!isSet || isSecret) {
    return <span class={isSet ? '' : 'muted'}>{isSecret ? isSet ? texts.secretSet : texts.secretNotSet : texts.none}</span>;
  }

  return isList ? <span class="list">{valuesOf(value ?? '').map(one => <code key={one}><bdi>{one}</bdi></code>)}</span> : <code><bdi>{value}</bdi></code>;
}
