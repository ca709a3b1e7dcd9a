import { usePages } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { MoreRows } from '../../../parts/MoreRows';
import { t } from '../../../texts';
import { FromExport } from '../FromExport';
import { address } from '../place';
import { usePlace } from '../usePlace';
import { CandidateFilters } from './CandidateFilters';
import { CandidateRows } from './CandidateRows';
import { filtersOf } from './filters';

const text = t.library.candidates;

/** Files that a better release would help most, by rank; filters are in the address. */
export function Candidates({ instance }: { instance: string }) {
  const { query } = usePlace();
  const filters = filtersOf(query);
  const pages = usePages('/api/library/{instance}/candidates', { path: { instance }, query: { ...filters, limit: 200 } }, { keepPrevious: true });
  const total = pages.data?.pages[0]?.total ?? 0;
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <Card title={t.library.tabs.candidates} aside={<a class="button" href={address([instance, 'search'])}>{text.search}</a>}>
      <FromExport instance={instance} query={{ ...pages, data: pages.data?.pages }}>
        {found => (
          <>
            <CandidateFilters />
            <p class="muted" role="status">{text.total(total)}</p>
            {total === 0
              ? <Empty>{isFiltered ? <><p>{text.noneHere}</p><a class="button" href={address([instance, 'candidates'])}>{text.clear}</a></> : <p>{text.none}</p>}</Empty>
              : found.map((page, index) => <CandidateRows key={index} instance={instance} candidates={page.candidates} />)}
            <MoreRows pages={pages} />
          </>
        )}
      </FromExport>
    </Card>
  );
}
