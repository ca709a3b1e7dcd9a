import { formatBytes, formatNumber } from '../../../format/numbers';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import { SortableTable, type Column } from '../SortableTable';
import type { Summary } from '../types';

const text = t.library.overview;
type Category = Summary['categories'][number];

const columns: readonly Column<Category>[] = [
  { key: 'category', title: text.category, value: row => t.library.categoryNames[row.category], show: row => t.library.categoryNames[row.category] },
  { key: 'files', title: text.filesName, value: row => row.files, show: row => formatNumber(row.files), isNumber: true },
  { key: 'bytes', title: text.bytes, value: row => row.bytes, show: row => formatBytes(row.bytes), isNumber: true },
  { key: 'median', title: text.medianShort, value: row => row.median, show: row => row.median === undefined ? '–' : formatNumber(row.median), isNumber: true },
  { key: 'criteria', isProse: true, title: text.criteria, show: row => row.criteria },
];

export function CategoriesCard({ categories }: { categories: readonly Category[] }) {
  return (
    <Card title={text.categories}>
      <p class="muted">{text.categoriesNote}</p>
      <SortableTable label={text.categories} rows={categories} columns={columns} first={{ key: 'files', isDescending: true }} rowKey={row => row.category} />
    </Card>
  );
}
