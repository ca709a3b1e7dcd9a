import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useGet } from '../../api/hooks';
import { Button } from '../../parts/Button';
import { Loaded } from '../../parts/Loaded';
import { useMay } from '../../shell/SessionContext';
import { t } from '../../texts';
import { InstanceForm } from './InstanceForm';
import { InstanceRow, type Instance } from './InstanceRow';

export function InstancesStep() {
  const instances = useGet('/api/instances');
  const [edited, setEdited] = useState<Instance | 'new' | null>(null);
  const may = useMay('admin');
  return (
    <Loaded query={instances}>
      {({ instances: found }) => (
        <>
          <ul class="rows">{found.map(instance => <InstanceRow key={instance.name} instance={instance} onEdit={() => setEdited(instance)} />)}</ul>
          <div class="actions">
            <Button isPrimary={found.length === 0} disabled={!may} title={may ? undefined : t.parts.needs('admin')} onClick={() => setEdited('new')}>
              <Plus size={18} aria-hidden="true" />{t.setup.instances.add}
            </Button>
          </div>
          {edited === null ? null : <InstanceForm instance={edited === 'new' ? null : edited} taken={found} onClose={() => setEdited(null)} />}
        </>
      )}
    </Loaded>
  );
}
