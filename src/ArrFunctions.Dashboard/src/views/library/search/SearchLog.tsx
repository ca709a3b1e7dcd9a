import { usePages } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { MoreRows } from '../../../parts/MoreRows';
import { t } from '../../../texts';
import { itemName } from '../place';
import { SearchRow } from './SearchRow';

const text = t.library.search;

/** Searches done, newest first, and what came of them. */
export function SearchLog({ instance }: { instance: string }) {
  const pages = usePages('/api/library/{instance}/searches', { path: { instance } }, { rowsOf: page => page.searches, idOf: search => `${search.time} ${itemName(search.item)}` });
  return (
    <Card title={text.log}>
      <Loaded query={{ ...pages, data: pages.list?.rows }}>
        {searches => searches.length === 0
          ? <Empty>{text.noLog}</Empty>
          : <><ul class="rows">{searches.map(search => <SearchRow key={`${search.time} ${itemName(search.item)}`} instance={instance} search={search} />)}</ul><MoreRows pages={pages} /></>}
      </Loaded>
    </Card>
  );
}
