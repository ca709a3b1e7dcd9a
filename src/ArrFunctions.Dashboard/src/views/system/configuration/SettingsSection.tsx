import { t } from '../../../texts';
import { SettingRow } from './SettingRow';
import { isChanged, type Section } from './settings';

export function SettingsSection({ section: { name, settings }, isOpen, onEdit }: { section: Section; isOpen: boolean; onEdit: (key: string) => void }) {
  const texts = t.system.configuration;
  return (
    <details class="section" open={isOpen}>
      <summary>
        <h3>{name === '' ? texts.flatNames : name}</h3>
        <small class="muted">{texts.count(settings.length, settings.filter(isChanged).length)}</small>
      </summary>
      <ul class="rows">{settings.map(setting => <SettingRow key={setting.key} setting={setting} onEdit={() => onEdit(setting.key)} />)}</ul>
    </details>
  );
}
