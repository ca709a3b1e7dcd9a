import { Loaded } from '../../parts/Loaded';
import { useConfiguration } from '../system/configuration/useConfiguration';
import { Targets } from '../system/notifications/Targets';
import { useTold } from '../system/notifications/useTold';

/** Who hears of it when something fails. */
export function ToldStep() {
  const told = useTold();
  const configuration = useConfiguration();
  return <Loaded query={told}>{found => <Loaded query={configuration}>{settings => <Targets told={found} configuration={settings} />}</Loaded>}</Loaded>;
}
