import { useGet } from '../../../api/hooks';
import { Loaded } from '../../../parts/Loaded';
import { useConfiguration } from '../configuration/useConfiguration';
import { RulesCard } from './RulesCard';
import { TargetsCard } from './TargetsCard';
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
              <TargetsCard told={found} configuration={settings} />
              <RulesCard told={found} configuration={settings} />
              <TimesCard told={found} configuration={settings} />
            </>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
