import { Link } from 'wouter-preact';
import { usePages } from '../../../api/hooks';
import { inPieces } from '../../../api/rows';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { MoreRows } from '../../../parts/MoreRows';
import { Piece } from '../../../parts/Piece';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { FromExport } from '../FromExport';
import { itemName, libraryPath } from '../place';
import { CandidateFilters } from './CandidateFilters';
import { CandidateRow } from './CandidateRow';
import { filtersOf } from './filters';

const text = t.library.candidates;

/** Files that a better release would help most, by rank; filters are in the address. */
export function Candidates({ instance }: { instance: string }) {
  const { query } = useChoices();
  const filters = filtersOf(query);
  const pages = usePages('/api/library/{instance}/candidates', { path: { instance }, query: filters }, { rowsOf: page => page.candidates, idOf: candidate => itemName(candidate.item), isRanked: true }, { keepPrevious: true });
  const total = pages.head?.total ?? 0;
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <Card title={t.library.tabs.candidates} aside={<Link class="button" href={libraryPath(instance, 'search')}>{text.search}</Link>}>
      <FromExport instance={instance} query={{ ...pages, data: pages.list }}>
        {({ rows }) => (
          <>
            <CandidateFilters />
            <p class="muted" role="status">{text.total(total)}</p>
            {total === 0
              ? <Empty>{isFiltered ? <><p>{text.noneHere}</p><Link class="button" href={libraryPath(instance, 'candidates')}>{text.clear}</Link></> : <p>{text.none}</p>}</Empty>
              : inPieces(rows, 25).map((found, piece) => <Piece key={piece} kind="candidates" from={piece * 25 + 1} count={found.length}>{() => found.map(candidate => <CandidateRow key={itemName(candidate.item)} instance={instance} candidate={candidate} />)}</Piece>)}
            <MoreRows pages={pages} />
          </>
        )}
      </FromExport>
    </Card>
  );
}
