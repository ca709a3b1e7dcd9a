import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../parts/Button';
import { t } from '../../texts';
import { SortHead } from './SortHead';
import { SortSelect } from './SortSelect';
import { sorted, type Order, type Sortable } from './sorting';

export interface Column<R> {
  key: string;
  title: string;
  /** What it is sorted by; left out: it is not. */
  value?: (row: R) => Sortable;
  show: (row: R) => ComponentChildren;
  isNumber?: boolean;
  /** Sentences, which need room. */
  isProse?: boolean;
  /** Said at the pointer. */
  hint?: string;
}

interface Props<R> {
  label: string;
  rows: readonly R[];
  /** The first one is the name of the row. */
  columns: readonly Column<R>[];
  first: Order;
  rowKey: (row: R) => string | number;
  /** How many rows are shown until all are asked for. */
  most?: number;
}

/** A table that is sorted by its headings, and by a choice above it where a phone has no room for those. */
export function SortableTable<R>({ label, rows, columns, first, rowKey, most = 100 }: Props<R>) {
  const [order, setOrder] = useState(first);
  const [shown, setShown] = useState(most);
  const inOrder = useMemo(() => {
    const column = columns.find(({ key }) => key === order.key);
    return column?.value === undefined ? rows : sorted(rows, column.value, order.isDescending);
  }, [rows, columns, order]);
  const rest = rows.length - shown;

  return (
    <>
      <SortSelect columns={columns} order={order} onOrder={setOrder} />
      <div class="scroll" tabIndex={0} role="region" aria-label={t.library.tableOf(label)}>
        <table class="stacked sortable">
          <caption class="hidden">{label}</caption>
          <thead><tr>{columns.map(column => <SortHead key={column.key} column={column} order={order} onOrder={setOrder} />)}</tr></thead>
          <tbody>
            {inOrder.slice(0, shown).map(row => (
              <tr key={rowKey(row)}>
                {columns.map((column, index) => index === 0
                  ? <th key={column.key} scope="row">{column.show(row)}</th>
                  : <td key={column.key} class={column.isNumber === true ? 'number' : column.isProse === true ? 'prose' : ''} data-label={column.title}>{column.show(row)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 ? <div class="more"><Button onClick={() => setShown(shown + 200)}>{rest > 200 ? t.library.moreRows(200) : t.library.showAll(rows.length)}</Button></div> : null}
    </>
  );
}
