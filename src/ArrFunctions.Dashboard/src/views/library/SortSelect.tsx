import { t } from '../../texts';
import type { Column } from './SortableTable';
import type { Order } from './sorting';

/** The headings of a table as a choice, for a phone. */
export function SortSelect<R>({ columns, order, onOrder }: { columns: readonly Column<R>[]; order: Order; onOrder: (order: Order) => void }) {
  return (
    <label class="sort-select">
      <span>{t.library.sortBy}</span>
      <select value={order.key} onChange={event => {
        const key = event.currentTarget.value;
        onOrder({ key, isDescending: columns.find(column => column.key === key)?.isNumber === true });
      }}>
        {columns.filter(column => column.value !== undefined).map(column => <option key={column.key} value={column.key}>{column.title}</option>)}
      </select>
    </label>
  );
}
