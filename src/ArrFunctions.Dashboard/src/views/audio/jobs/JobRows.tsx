import { inPieces } from '../../../api/rows';
import { MoreRows } from '../../../parts/MoreRows';
import { Piece } from '../../../parts/Piece';
import { useKeptScroll } from '../../../shell/keptScroll';
import type { Job } from '../model';
import type { JobList } from '../useJobs';
import { JobRow } from './JobRow';

const pieceSize = 25;

/** A list of any length: rows are drawn in pieces, and only those that are near the window. */
export function JobRows({ jobs, pages }: { jobs: readonly Job[]; pages: Omit<JobList, 'error' | 'isPending'> }) {
  useKeptScroll();
  return (
    <>
      {inPieces(jobs, pieceSize).map((rows, piece) => (
        <Piece key={piece} kind="jobs" from={piece * pieceSize + 1} count={rows.length}>{() => rows.map(job => <JobRow key={job.id} job={job} />)}</Piece>
      ))}
      <MoreRows pages={pages} />
    </>
  );
}
