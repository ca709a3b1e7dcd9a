import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { t } from '../../../texts';
import { countOf } from '../shared/states';
import type { Wish } from '../shared/wishes';
import type { Indexer, InstanceIndexers } from '../shared/types';
import { isCopy, keyOf } from './arrange';
import { Copies } from './Copies';
import { HealthNotes } from './HealthNotes';
import { IndexerRow } from './IndexerRow';

interface Props {
  instance: InstanceIndexers;
  /** Those that are shown, in their order. */
  shown: readonly Indexer[];
  /** Copies of Prowlarr's that are shown. */
  copies: readonly Indexer[];
  copiedTo: ReadonlyMap<string, readonly Indexer[]>;
  ask: (wish: Wish, indexer: Indexer) => void;
  busy: ReadonlySet<string>;
}

export function InstanceCard({ instance, shown, copies, copiedTo, ask, busy }: Props) {
  const own = instance.indexers.filter(one => !isCopy(one));
  const counts = countOf(own);
  return (
    <Card title={instance.instance} class="indexer-instance" aside={instance.error === undefined ? <span class="muted">{t.indexers.counts(counts)}</span> : undefined}>
      {instance.error === undefined ? null : <p class="note bad">{instance.error}</p>}
      <HealthNotes health={instance.health} />
      {shown.length === 0 ? null : (
        <ul class="indexer-rows">
          {shown.map(indexer => (
            <IndexerRow key={indexer.id} indexer={indexer} ask={ask} busy={busy}
              copies={t.indexers.list((copiedTo.get(keyOf(indexer)) ?? []).map(copy => copy.instance))} />
          ))}
        </ul>
      )}
      {own.length > 0 && shown.length === 0 ? <p class="muted">{t.indexers.noneShown(own.length)}</p> : null}
      {instance.indexers.length === 0 && instance.error === undefined ? <Empty>{t.indexers.noneThere(instance.instance)}</Empty> : null}
      {copies.length === 0 ? null : <Copies copies={copies} />}
    </Card>
  );
}
