import { Link } from 'wouter-preact';
import { t } from '../../../texts';
import { originalPath } from '../shared/place';
import { StateBadge } from '../shared/StateBadge';
import type { Indexer } from '../shared/types';

/** Copies of Prowlarr's indexers, folded: how they stand is told there. */
export function Copies({ copies }: { copies: readonly Indexer[] }) {
  return (
    <details class="indexer-copies">
      <summary>{t.indexers.copies.title(copies.length)}</summary>
      <p class="muted">{t.indexers.copies.why}</p>
      <ul>
        {copies.map(copy => (
          <li key={copy.id}>
            <Link href={originalPath(copy)}><bdi>{copy.name}</bdi></Link> <StateBadge state={copy.state} />
            {copy.isEnabled ? null : <small class="muted">{t.indexers.copies.off}</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}
