import { Link } from 'wouter-preact';
import { usePages } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { MoreRows } from '../../../parts/MoreRows';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { FromExport } from '../FromExport';
import { libraryPath } from '../place';
import { CandidateFilters } from './CandidateFilters';
import { CandidateRows } from './CandidateRows';
import { filtersOf } from './filters';

const text = t.library.candidates;

/** Files that a better release would help most, by rank; filters are in the address. */
export function Candidates({ instance }: { instance: string }) {
  const { query } = useChoices();
  const filters = filtersOf(query);
  const pages = usePages('/api/library/{instance}/candidates', { path: { instance }, query: { ...filters, limit: 200 } }, { keepPrevious: true });
  const total = pages.data?.pages[0]?.total ?? 0;
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <Card title={t.library.tabs.candidates} aside={<Link class="button" href={libraryPath(instance, 'search')}>{text.search}</Link>}>
      <FromExport instance={instance} query={{ ...pages, data: pages.data?.pages }}>
        {found => (
          <>
            <CandidateFilters />
            <p class="muted" role="status">{text.total(total)}</p>
            {total === 0
              ? <Empty>{isFiltered ? <><p>{text.noneHere}</p><Link class="button" href={libraryPath(instance, 'candidates')}>{text.clear}</Link></> : <p>{text.none}</p>}</Empty>
              : found.map((page, index) => <CandidateRows key={index} instance={instance} candidates={page.candidates} />)}
            <MoreRows pages={pages} />
          </>
        )}
      </FromExport>
    </Card>
  );
}
