import { HealthCard } from './HealthCard';
import { InstancesCard } from './InstancesCard';
import { ProgramCard } from './ProgramCard';
import { StartCard } from './StartCard';

export function ComponentsTab() {
  return (
    <>
      <ProgramCard />
      <HealthCard />
      <div class="columns">
        <InstancesCard />
        <StartCard />
      </div>
    </>
  );
}
