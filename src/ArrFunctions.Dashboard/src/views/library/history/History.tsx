import { Link } from 'wouter-preact';
import { usePages } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { MoreRows } from '../../../parts/MoreRows';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { FromExport } from '../FromExport';
import { libraryPath } from '../place';
import { ChangeRows } from './ChangeRows';

const text = t.library.history;

/** What changed, newest first; `?item=` all that happened to one title. */
export function History({ instance }: { instance: string }) {
  const { query: { item } } = useChoices();
  const pages = usePages('/api/library/{instance}/history', { path: { instance }, query: item === undefined ? { limit: 100 } : { item } });
  return (
    <Card title={item === undefined ? text.title : text.one} aside={item === undefined ? undefined : <Link href={libraryPath(instance, 'history')}>{text.all}</Link>}>
      <FromExport instance={instance} query={{ ...pages, data: pages.data?.pages }}>
        {found => found[0]?.changes.length === 0
          ? <Empty>{item === undefined ? text.none : text.noneOf}</Empty>
          : <><ul class="rows">{found.map((page, index) => <ChangeRows key={index} instance={instance} changes={page.changes} />)}</ul><MoreRows pages={pages} /></>}
      </FromExport>
    </Card>
  );
}
