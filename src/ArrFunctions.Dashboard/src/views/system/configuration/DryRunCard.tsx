import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import { DryRunSwitch } from './DryRunSwitch';
import { isDryRun } from './settings';
import type { Configuration } from './useConfiguration';

/** What only plans and what acts, above all other settings. */
export function DryRunCard({ configuration: { settings, tag } }: { configuration: Configuration }) {
  const switches = settings.filter(isDryRun);
  return (
    <Card title={t.system.dryRun.title}>
      <p class="muted">{t.system.dryRun.what}</p>
      <ul class="rows">{switches.map(setting => <DryRunSwitch key={setting.key} setting={setting} tag={tag} />)}</ul>
    </Card>
  );
}
