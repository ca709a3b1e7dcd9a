import { PageHead } from '../../../parts/PageHead';
import { t } from '../../../texts';
import { flagsOf } from '../shared/figures';
import { StateBadge } from '../shared/StateBadge';
import { Streak } from '../shared/Streak';
import { useWishes } from '../shared/useWishes';
import { WishButtons } from '../shared/WishButtons';
import type { Indexer } from '../shared/types';
import { GrabFigures } from './GrabFigures';

/** Which one it is, how it stands, and what can be done about it. */
export function IndexerHead({ indexer, copies }: { indexer: Indexer; copies: readonly string[] }) {
  const { ask, busy, dialog } = useWishes(() => copies);
  const { instance, id, name, protocol, privacy, priority, flags, state } = indexer;
  const words = t.indexers.detail;
  return (
    <>
      <PageHead title={<bdi>{name}</bdi>} badges={<StateBadge state={state} />} actions={<WishButtons indexer={indexer} ask={ask} busy={busy} />} />
      <section class="card indexer-standing" aria-label={words.standing}>
        <p>{t.indexers.stateTitles[state]}</p>
        <Streak indexer={indexer} />
        <p class="muted">
          {[words.where(instance, id), t.indexers.facts(protocol, privacy, priority), words.on(flagsOf(flags))].join(' · ')}
          {copies.length === 0 ? null : <>{' · '}{t.indexers.alsoIn(t.indexers.list(copies))}</>}
          {indexer.managedBy === 'elsewhere' ? <>{' · '}{t.indexers.elsewhere}</> : null}
        </p>
        <GrabFigures instance={instance} id={id} />
      </section>
      {dialog}
    </>
  );
}
