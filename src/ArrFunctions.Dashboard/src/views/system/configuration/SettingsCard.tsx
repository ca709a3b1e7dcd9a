import { useState } from 'preact/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { ReloadButton } from './ReloadButton';
import { SettingDialog } from './SettingDialog';
import { SettingsSection } from './SettingsSection';
import { sectionsOf } from './settings';
import type { Configuration } from './useConfiguration';

/** Every setting with its value and its source, by section. */
export function SettingsCard({ configuration }: { configuration: Configuration }) {
  const texts = t.system.configuration;
  const { query: { search = '', changed }, choose } = useChoices();
  const onlyChanged = changed !== undefined;
  const [edited, setEdited] = useState<string | null>(null);
  const sections = sectionsOf(configuration.settings, search, onlyChanged);
  const setting = configuration.settings.find(known => known.key === edited);
  return (
    <Card title={texts.title} aside={<ReloadButton />}>
      <div class="filters">
        <label class="field search">
          <span>{texts.search}</span>
          <input type="search" value={search} placeholder={texts.searchHint} onInput={event => choose({ search: event.currentTarget.value })} />
        </label>
        <label class="check">
          <input type="checkbox" checked={onlyChanged} onChange={event => choose({ changed: event.currentTarget.checked ? '1' : undefined })} />
          {texts.onlyChanged}
        </label>
      </div>
      {sections.length === 0 ? <Empty>{onlyChanged && search === '' ? texts.nothingChanged : texts.nothingFound}</Empty> : null}
      {sections.map(section => (
        <SettingsSection key={section.name} section={section} isOpen={search !== '' || onlyChanged} onEdit={setEdited} />
      ))}
      {setting === undefined ? null : <SettingDialog key={setting.key} setting={setting} tag={configuration.tag} onClose={() => setEdited(null)} />}
    </Card>
  );
}
