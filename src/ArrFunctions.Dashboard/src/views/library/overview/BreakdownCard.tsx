import { Card } from '../../../parts/Card';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { Choice } from '../Choice';
import { SortableTable } from '../SortableTable';
import type { Summary } from '../types';
import { partColumns, seriesColumns } from './breakdowns';

const text = t.library.overview;
const kinds = ['series', 'genres', 'years', 'collections'] as const;

/** The library by one of its parts; which one is in the address. */
export function BreakdownCard({ breakdown }: { breakdown: Summary['breakdown'] }) {
  const { query, choose } = useChoices();
  const there = kinds.filter(kind => breakdown[kind].length > 0);
  const kind = there.find(known => known === query['by']) ?? there[0];
  if (kind === undefined) {
    return null;
  }

  const choice = <Choice label={text.breakdown} value={kind} options={there.map(known => ({ value: known, title: text.breakdownBy[known] }))} onChoose={by => choose({ by }, true)} />;
  const look = { label: text.breakdownBy[kind], first: { key: kind === 'years' ? 'name' : 'files', isDescending: true }, most: 12 };
  return (
    <Card title={text.breakdown} aside={choice}>
      {kind === 'series'
        ? <SortableTable {...look} rows={breakdown.series} columns={seriesColumns} rowKey={row => row.id} />
        : <SortableTable key={kind} {...look} rows={breakdown[kind]} columns={partColumns} rowKey={row => row.name} />}
    </Card>
  );
}
