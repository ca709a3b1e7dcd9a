import { MoreRows } from '../../../parts/MoreRows';
import { useKeptScroll } from '../../../shell/keptScroll';
import { inPieces } from '../lists';
import type { Job } from '../model';
import type { JobList } from '../useJobList';
import { JobRow } from './JobRow';
import { Piece } from './Piece';

const pieceSize = 25;

/** A list of any length: rows are drawn in pieces, and only those that are near the window. */
export function JobRows({ jobs, pages }: { jobs: readonly Job[]; pages: Omit<JobList, 'error' | 'isPending'> }) {
  useKeptScroll();
  return (
    <>
      {inPieces(jobs, pieceSize).map((rows, piece) => (
        <Piece key={piece} from={piece * pieceSize + 1} count={rows.length}>{() => rows.map(job => <JobRow key={job.id} job={job} />)}</Piece>
      ))}
      <MoreRows pages={{ hasNextPage: pages.list?.hasMore ?? false, isFetchingNextPage: pages.isFetchingNextPage, fetchNextPage: pages.fetchNextPage }} />
    </>
  );
}
