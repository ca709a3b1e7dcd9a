import { useGet } from '../../api/hooks';
import { Loaded } from '../../parts/Loaded';
import { useConfiguration } from '../system/configuration/useConfiguration';
import { Targets } from '../system/notifications/Targets';

/** Who hears of it when something fails. */
export function ToldStep() {
  const told = useGet('/api/notifications');
  const configuration = useConfiguration();
  return <Loaded query={told}>{found => <Loaded query={configuration}>{settings => <Targets told={found} configuration={settings} />}</Loaded>}</Loaded>;
}
