import { useMemo } from 'preact/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { Choice } from '../Choice';
import { SortableTable } from '../SortableTable';
import type { Trends } from '../types';
import { changeColumns } from './changeColumns';
import { downOf, periodsOf, steps, upOf } from './periods';

const text = t.library.trend;

/** What changed in each day, week or month. */
export function ChangesCard({ trends }: { trends: Trends }) {
  const { query, choose } = useChoices();
  const step = steps.find(known => known === query['by']) ?? 'week';
  const periods = useMemo(() => periodsOf(trends, step), [trends, step]);
  const columns = useMemo(() => changeColumns(Math.max(1, ...periods.map(period => Math.max(upOf(period), downOf(period))))), [periods]);
  const choice = <Choice label={text.by} value={step} options={steps.map(value => ({ value, title: text[value] }))} onChoose={by => choose({ by }, true)} />;
  return (
    <Card title={text.changes} aside={choice}>
      {periods.length === 0
        ? <Empty>{text.noChanges}</Empty>
        : <SortableTable label={text.changes} rows={periods} columns={columns} first={{ key: 'from', isDescending: true }} rowKey={row => row.from} most={14} />}
    </Card>
  );
}
