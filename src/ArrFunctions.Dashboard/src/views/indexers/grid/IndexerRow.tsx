import { memo } from 'preact/compat';
import { Link } from 'wouter-preact';
import { t } from '../../../texts';
import { indexerPath } from '../shared/place';
import { Availability } from '../shared/Availability';
import { StateBadge } from '../shared/StateBadge';
import { Streak } from '../shared/Streak';
import { UptimeStrip } from '../shared/UptimeStrip';
import { WishButtons } from '../shared/WishButtons';
import { wishKey } from '../shared/useWishes';
import type { Wish } from '../shared/wishes';
import type { Indexer } from '../shared/types';

interface Props {
  indexer: Indexer;
  /** Instances that have copies of it. */
  copies: string;
  ask: (wish: Wish, indexer: Indexer) => void;
  busy: ReadonlySet<string>;
}

/** One indexer at a glance. Drawn again only when something of it changed. */
export const IndexerRow = memo(function IndexerRow({ indexer, copies, ask, busy }: Props) {
  const { instance, id, name, protocol, priority, privacy, state, availability, managedBy } = indexer;
  return (
    <li class="indexer-row">
      <div class="what">
        <Link href={indexerPath(instance, id)}><bdi>{name}</bdi></Link>
        <small class="muted">{t.indexers.facts(protocol, privacy, priority)}</small>
        {copies === '' ? null : <small class="muted">{t.indexers.alsoIn(copies)}</small>}
        {managedBy === 'elsewhere' ? <small class="muted">{t.indexers.elsewhere}</small> : null}
      </div>
      <div class="how"><StateBadge state={state} /><Streak indexer={indexer} /></div>
      <div class="uptime"><UptimeStrip name={name} days={availability.days} share={availability.month} /><Availability availability={availability} /></div>
      <WishButtons indexer={indexer} ask={ask} busy={busy} />
    </li>
  );
}, (before, after) => before.indexer === after.indexer && before.copies === after.copies && before.ask === after.ask && isSame(before, after));

/** Whether what is under way for others is all that changed. */
const isSame = (before: Props, after: Props) =>
  (['test', 'enable', 'disable'] as const).every(wish => before.busy.has(wishKey(wish, before.indexer)) === after.busy.has(wishKey(wish, after.indexer)));
