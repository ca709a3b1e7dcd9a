import { Link } from 'wouter-preact';
import { addressOf } from '../../../shell/address';
import { t } from '../../../texts';
import { filters, type Filter } from '../filters';

interface Props {
  path: string;
  active: Filter;
  /** How many there are; left out where nobody knows. */
  counts: Readonly<Partial<Record<Filter['key'], string>>>;
  /** Only lists that have something, and the one that is shown. */
  hidesEmpty?: boolean;
}

/** Which jobs are listed, each list with an address of its own. */
export function FilterTabs({ path, active, counts, hidesEmpty = false }: Props) {
  return (
    <nav class="choices" aria-label={t.audio.filters.label}>
      {filters.filter(filter => !hidesEmpty || filter === active || filter.key === 'all' || counts[filter.key] !== undefined).map(filter => (
        <Link key={filter.key} href={addressOf(path, filter.query)} aria-current={filter === active ? 'true' : undefined} class={filter.key === 'needsYou' && counts.needsYou !== undefined ? 'bad' : ''}>
          {t.audio.filters[filter.key]}{counts[filter.key] === undefined ? null : <span class="count">{counts[filter.key]}</span>}
        </Link>
      ))}
    </nav>
  );
}
