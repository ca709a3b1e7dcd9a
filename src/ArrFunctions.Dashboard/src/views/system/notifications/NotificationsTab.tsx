import { useGet } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { useConfiguration } from '../configuration/useConfiguration';
import { RulesCard } from './RulesCard';
import { Targets } from './Targets';
import { TimesCard } from './TimesCard';

/** Who is told of what, and when. */
export function NotificationsTab() {
  const told = useGet('/api/notifications', undefined, { poll: 20_000 });
  const configuration = useConfiguration();
  return (
    <Loaded query={told} lines={10}>
      {found => (
        <Loaded query={configuration} lines={10}>
          {settings => (
            <>
              <Card title={t.system.targets.title}><Targets told={found} configuration={settings} /></Card>
              <RulesCard told={found} configuration={settings} />
              <TimesCard told={found} />
            </>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
