import { ArrowDown, ArrowUp } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { formatNumber } from '../../../format/numbers';
import { t } from '../../../texts';
import { indexerPath } from '../shared/place';
import { durationOf, millisecondsOf, shareOf } from '../shared/figures';
import { columns, type Column, type Sorting, type StatRow } from './statRows';

interface Props {
  rows: readonly StatRow[];
  sorting: Sorting;
  sort: (column: Column) => void;
}

const cells: Readonly<Record<Exclude<Column, 'name'>, (row: StatRow) => string>> = {
  questions: row => formatNumber(row.questions),
  failed: row => formatNumber(row.failed),
  success: row => row.success === undefined ? '–' : shareOf(row.success),
  availability: row => row.availability === undefined ? '–' : shareOf(row.availability),
  outages: row => formatNumber(row.outages),
  longest: row => durationOf(row.longest),
  p50: row => millisecondsOf(row.p50),
  p95: row => millisecondsOf(row.p95),
  grabs: row => row.grabs === undefined ? '–' : formatNumber(row.grabs),
  failedGrabs: row => row.failedGrabs === undefined ? '–' : formatNumber(row.failedGrabs),
};

const figures = columns.filter((column): column is Exclude<Column, 'name'> => column !== 'name');

export function StatTable({ rows, sorting, sort }: Props) {
  const words = t.indexers.stats.columns;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t.indexers.stats.title}>
      <table class="stacked stat-table">
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col" class={column === 'name' ? '' : 'number'} aria-sort={column === sorting.column ? sorting.isDown ? 'descending' : 'ascending' : undefined}>
                <button type="button" class="quiet" onClick={() => sort(column)}>
                  {words[column]}<SortMark isShown={column === sorting.column} isDown={sorting.isDown} />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={`${row.instance}/${row.id}`}>
              <th scope="row">
                <Link href={indexerPath(row.instance, row.id)}><bdi>{row.name}</bdi></Link>{' '}
                <small class="muted">{row.isEnabled ? row.instance : t.indexers.stats.off(row.instance)}</small>
              </th>
              {figures.map(column => <td key={column} class="number" data-label={words[column]}>{cells[column](row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortMark({ isShown, isDown }: { isShown: boolean; isDown: boolean }) {
  const Icon = isDown ? ArrowDown : ArrowUp;
  return isShown ? <Icon size={14} aria-hidden="true" /> : null;
}
