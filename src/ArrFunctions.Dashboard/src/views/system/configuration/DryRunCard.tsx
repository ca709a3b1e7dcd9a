import { Card } from '../../../parts/Card';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { DryRunSwitch } from './DryRunSwitch';
import { isDryRun } from './settings';
import type { Configuration } from './useConfiguration';

/** What only plans and what acts, above all other settings. */
export function DryRunCard({ configuration: { settings, tag } }: { configuration: Configuration }) {
  const may = useMay('admin');
  const switches = settings.filter(isDryRun);
  return (
    <Card title={t.system.dryRun.title}>
      <p class="muted">{t.system.dryRun.what}{may ? null : ` ${t.parts.needs('admin')}`}</p>
      <ul class="rows">{switches.map(setting => <DryRunSwitch key={setting.key} setting={setting} tag={tag} />)}</ul>
    </Card>
  );
}
