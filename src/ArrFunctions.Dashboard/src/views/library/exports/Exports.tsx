import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { MoreRows } from '../../../parts/MoreRows';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { Choice } from '../Choice';
import { ExportRow } from './ExportRow';
import { StartExport } from './StartExport';
import { useExports } from './useExports';

const text = t.library.export;

export function Exports({ instances }: { instances: readonly string[] }) {
  const { query: { instance }, choose } = useChoices();
  const pages = useExports(instance, 25);
  const choice = instances.length < 2 ? undefined : (
    <Choice label={text.instance} value={instance ?? ''} onChoose={chosen => choose({ instance: chosen }, true)}
      options={[{ value: '', title: text.allInstances }, ...instances.map(name => ({ value: name, title: name }))]} />
  );
  return (
    <Card title={t.library.exports} aside={choice}>
      <Loaded query={{ ...pages, data: pages.data?.pages.flatMap(page => page.exports) }} lines={6}>
        {exports => exports.length === 0
          ? <Empty><p>{text.none}</p><p>{t.library.notExported.what}</p><StartExport instances={instances} chosen={instance} isPrimary /></Empty>
          : <><ul class="rows">{exports.map(shown => <ExportRow key={shown.exportId} shown={shown} />)}</ul><MoreRows pages={pages} /></>}
      </Loaded>
    </Card>
  );
}
