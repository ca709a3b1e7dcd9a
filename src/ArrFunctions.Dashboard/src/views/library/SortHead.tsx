import { ArrowDown, ArrowUp } from 'lucide-preact';
import type { Column } from './SortableTable';
import type { Order } from './sorting';

interface Props<R> {
  column: Column<R>;
  order: Order;
  onOrder: (order: Order) => void;
}

/** A heading that sorts: the first press puts large numbers and early letters first, the next turns it round. */
export function SortHead<R>({ column, order, onOrder }: Props<R>) {
  const isChosen = column.key === order.key;
  const Arrow = order.isDescending ? ArrowDown : ArrowUp;
  const kind = column.isNumber === true ? 'number' : '';
  if (column.value === undefined) {
    return <th scope="col" class={kind} title={column.hint}>{column.title}</th>;
  }

  return (
    <th scope="col" class={kind} title={column.hint} aria-sort={isChosen ? order.isDescending ? 'descending' : 'ascending' : undefined}>
      <button type="button" class="quiet" onClick={() => onOrder({ key: column.key, isDescending: isChosen ? !order.isDescending : column.isNumber === true })}>
        {column.title}{isChosen ? <Arrow size={14} aria-hidden="true" /> : null}
      </button>
    </th>
  );
}
