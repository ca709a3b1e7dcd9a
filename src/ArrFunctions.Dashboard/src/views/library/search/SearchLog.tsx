import { usePages } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { MoreRows } from '../../../parts/MoreRows';
import { t } from '../../../texts';
import { SearchRow } from './SearchRow';

const text = t.library.search;

/** Searches done, newest first, and what came of them. */
export function SearchLog({ instance }: { instance: string }) {
  const pages = usePages('/api/library/{instance}/searches', { path: { instance }, query: { limit: 50 } });
  return (
    <Card title={text.log}>
      <Loaded query={{ ...pages, data: pages.data?.pages.flatMap(page => page.searches) }}>
        {searches => searches.length === 0
          ? <Empty>{text.noLog}</Empty>
          : <><ul class="rows">{searches.map(search => <SearchRow key={`${search.time} ${search.item.titleId}-${search.item.episodeId}`} instance={instance} search={search} />)}</ul><MoreRows pages={pages} /></>}
      </Loaded>
    </Card>
  );
}
