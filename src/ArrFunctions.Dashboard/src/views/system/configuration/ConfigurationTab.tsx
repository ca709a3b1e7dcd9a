import { Loaded } from '../../../parts/Loaded';
import { DryRunCard } from './DryRunCard';
import { Notices } from './Notices';
import { SettingsCard } from './SettingsCard';
import { ValidatorCard } from './ValidatorCard';
import { useConfiguration } from './useConfiguration';

export function ConfigurationTab() {
  return (
    <>
      <Loaded query={useConfiguration()} lines={12}>
        {configuration => (
          <>
            <Notices configuration={configuration} />
            <DryRunCard configuration={configuration} />
            <SettingsCard configuration={configuration} />
          </>
        )}
      </Loaded>
      <ValidatorCard />
    </>
  );
}
