import { useGet } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { FromExport } from '../FromExport';
import { SortableTable } from '../SortableTable';
import { formatColumns } from './columns';

const text = t.library.formats;

/** What each custom format does to the library. */
export function Formats({ instance }: { instance: string }) {
  const { query: { advice }, choose } = useChoices();
  const formats = useGet('/api/library/{instance}/formats', { params: { path: { instance } } });
  const only = advice === 'true';
  return (
    <Card title={t.library.tabs.formats}>
      <p class="muted">{text.note}</p>
      <label class="check"><input type="checkbox" checked={only} onChange={event => choose({ advice: event.currentTarget.checked ? 'true' : undefined }, true)} /><span>{text.onlyAdvice}</span></label>
      <FromExport instance={instance} query={formats}>
        {data => data.formats.length === 0
          ? <Empty>{text.none}</Empty>
          : <SortableTable label={t.library.tabs.formats} rows={only ? data.formats.filter(format => format.advice !== undefined) : data.formats} columns={formatColumns}
              first={{ key: 'effect', isDescending: true }} rowKey={row => row.id} />}
      </FromExport>
    </Card>
  );
}
