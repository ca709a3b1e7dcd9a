import { Button } from '../../../parts/Button';
import { t } from '../../../texts';
import { filters, type Filter } from '../shared/states';
import { orders, type Order } from './arrange';

interface Props {
  search: string;
  filter: Filter;
  order: Order;
  counts: Readonly<Record<Filter, number>>;
  choose: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** What is shown of all indexers, and in which order. */
export function GridFilters({ search, filter, order, counts, choose }: Props) {
  const words = t.indexers.filters;
  return (
    <div class="filters indexer-filters">
      <div class="indexer-chips" role="group" aria-label={words.state}>
        {filters.filter(one => one === 'all' || one === filter || counts[one] > 0).map(one => (
          <Button key={one} aria-pressed={one === filter} onClick={() => choose({ state: one === 'all' ? undefined : one })}>
            {words.states[one]} <span class="count">{counts[one]}</span>
          </Button>
        ))}
      </div>
      <label class="field"><span>{words.search}</span><input type="search" value={search} onInput={event => choose({ search: event.currentTarget.value })} /></label>
      <label class="field">
        <span>{words.order}</span>
        <select value={order} onChange={event => choose({ sort: event.currentTarget.value === 'state' ? undefined : event.currentTarget.value })}>
          {orders.map(one => <option key={one} value={one}>{words.orders[one]}</option>)}
        </select>
      </label>
    </div>
  );
}
