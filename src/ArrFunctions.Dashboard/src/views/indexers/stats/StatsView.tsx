import { useGet } from '../../../api/hooks';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { StatTable } from './StatTable';
import { StatTotals } from './StatTotals';
import { columns, nextSorting, sorted, sortingOf, statRows, wordOf, type Column } from './statRows';

const windows = [1, 7, 30, 90, 365] as const;

/** Questions, failures and grabs of each indexer where it is judged, over a time to choose. */
export function StatsView() {
  const { query, choose } = useChoices();
  const days = windows.find(one => String(one) === query['days']) ?? 7;
  const sorting = sortingOf(query['sort']);
  const statistics = useGet('/api/indexers/stats', { params: { query: { days } } }, { keepPrevious: true });
  const sort = (column: Column) => choose({ sort: wordOf(nextSorting(sorting, column)) });
  const words = t.indexers.stats;
  return (
    <>
      <div class="filters">
        <label class="field"><span>{words.window}</span>
          <select value={days} onChange={event => choose({ days: event.currentTarget.value })}>{windows.map(one => <option key={one} value={one}>{words.days(one)}</option>)}</select>
        </label>
        <label class="field phone-order"><span>{t.indexers.filters.order}</span>
          <select value={sorting.column} onChange={event => sort(event.currentTarget.value as Column)}>{columns.map(one => <option key={one} value={one}>{words.columns[one]}</option>)}</select>
        </label>
      </div>
      <Loaded query={statistics} lines={8}>
        {data => (
          <section class="card">
            <StatTotals statistics={data} />
            {statRows(data).length === 0 ? <Empty>{words.none}</Empty> : <StatTable rows={sorted(statRows(data), sorting)} sorting={sorting} sort={sort} />}
            <p class="muted"><small>{words.why}</small></p>
          </section>
        )}
      </Loaded>
    </>
  );
}
