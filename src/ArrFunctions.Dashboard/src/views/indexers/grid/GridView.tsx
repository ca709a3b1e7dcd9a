import { Link } from 'wouter-preact';
import { useGet } from '../../../api/hooks';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { OutageNotes } from '../shared/OutageNotes';
import { IndexerGrid } from './IndexerGrid';

export function GridView() {
  const list = useGet('/api/indexers');
  return (
    <>
      <OutageNotes outages={list.data?.outages ?? []} />
      <Loaded query={list} lines={12}>
        {data => data.instances.length === 0
          ? <Empty>{t.indexers.noInstance} <Link href="/setup">{t.indexers.toSetup}</Link></Empty>
          : <IndexerGrid list={data} />}
      </Loaded>
    </>
  );
}
