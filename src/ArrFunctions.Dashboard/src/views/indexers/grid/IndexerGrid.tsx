import { useMemo } from 'preact/hooks';
import { Empty } from '../../../parts/Empty';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { countOf, filterOf } from '../shared/states';
import { useWishes } from '../shared/useWishes';
import type { IndexerList } from '../shared/types';
import { arrange, byService, copiesOf, isCopy, isNamed, keyOf, orderOf } from './arrange';
import { GridFilters } from './GridFilters';
import { InstanceCard } from './InstanceCard';

/** Every indexer where it is judged, by instance. */
export function IndexerGrid({ list }: { list: IndexerList }) {
  const { query, choose } = useChoices();
  const [search, filter, order] = [query['search'] ?? '', filterOf(query['state']), orderOf(query['sort'])];
  const instances = useMemo(() => byService(list.instances), [list.instances]);
  const copiedTo = useMemo(() => copiesOf(list.instances), [list.instances]);
  const counts = useMemo(() => countOf(list.instances.flatMap(one => one.indexers).filter(one => !isCopy(one))), [list.instances]);
  const { ask, busy, dialog } = useWishes(indexer => (copiedTo.get(keyOf(indexer)) ?? []).map(copy => copy.instance));
  const shown = instances.map(instance => ({
    instance,
    shown: arrange(instance.indexers, search, filter, order),
    copies: filter === 'all' ? instance.indexers.filter(one => isCopy(one) && isNamed(one, search)) : [],
  }));
  const isNarrowed = search !== '' || filter !== 'all';
  const found = shown.filter(one => one.shown.length + one.copies.length > 0 || !isNarrowed || one.instance.error !== undefined);
  return (
    <>
      <GridFilters search={search} filter={filter} order={order} counts={counts} choose={choose} />
      {found.length === 0 ? <Empty>{t.indexers.noneFound}</Empty> : null}
      {found.map(one => <InstanceCard key={one.instance.instance} {...one} copiedTo={copiedTo} ask={ask} busy={busy} />)}
      {dialog}
    </>
  );
}
