import { ChevronLeft } from 'lucide-preact';
import { Link, Redirect } from 'wouter-preact';
import { useGet } from '../../../api/hooks';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { copiesOf, isCopy, keyOf } from '../grid/arrange';
import { originalPath } from '../shared/place';
import { FailuresCard } from './FailuresCard';
import { IndexerHead } from './IndexerHead';
import { ObservationsCard } from './ObservationsCard';
import { UptimeCard } from './UptimeCard';

/** Everything of one indexer. The address of a copy leads to its original. */
export function IndexerPage({ instance, id }: { instance: string; id: number }) {
  const list = useGet('/api/indexers');
  const error = list.data?.instances.find(one => one.instance === instance)?.error;
  const indexer = list.data?.instances.flatMap(one => one.indexers).find(one => one.instance === instance && one.id === id);
  const uptime = useGet('/api/indexers/{instance}/{id}/uptime', { params: { path: { instance, id } } }, { enabled: indexer !== undefined && !isCopy(indexer) });
  return (
    <section class="page">
      <Link href="/indexers" class="indexer-back"><ChevronLeft size={16} aria-hidden="true" />{t.pages.indexers}</Link>
      <Loaded query={list} lines={10}>
        {data => {
          if (indexer === undefined) {
            return <><h1>{t.indexers.detail.missing}</h1><Empty>{error ?? t.indexers.detail.missingWhy(instance, id)}</Empty></>;
          }

          if (isCopy(indexer)) {
            return <Redirect to={originalPath(indexer)} replace />;
          }

          return (
            <>
              <IndexerHead indexer={indexer} copies={(copiesOf(data.instances).get(keyOf(indexer)) ?? []).map(copy => copy.instance)} />
              <Loaded query={uptime} lines={10}>
                {known => <><UptimeCard name={indexer.name} uptime={known} /><FailuresCard uptime={known} /></>}
              </Loaded>
              <ObservationsCard instance={instance} id={id} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
