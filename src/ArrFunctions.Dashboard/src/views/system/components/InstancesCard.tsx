import { Plus } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { useGet, type Data } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { InstanceRow } from './InstanceRow';

/** The Sonarr, Radarr and Prowlarr that are known, each with a test. */
export function InstancesCard() {
  const query = useGet('/api/instances');
  const add = <Link href="/setup" class="button"><Plus size={16} aria-hidden="true" />{t.system.instances.add}</Link>;
  return (
    <Card title={t.system.instances.title} aside={add}>
      <Loaded query={query}>{list => <Rows list={list} />}</Loaded>
    </Card>
  );
}

function Rows({ list: { instances } }: { list: Data<'/api/instances'> }) {
  return instances.length === 0
    ? <Empty>{t.system.instances.none}</Empty>
    : <ul class="rows">{instances.map(instance => <InstanceRow key={instance.name} name={instance.name} service={instance.service ?? ''} url={instance.url ?? ''} />)}</ul>;
}
