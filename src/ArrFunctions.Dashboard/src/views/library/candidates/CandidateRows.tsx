import { useMemo } from 'preact/hooks';
import { itemName } from '../place';
import type { Candidate } from '../types';
import { CandidateRow } from './CandidateRow';

/** A page of candidates; it is only drawn anew when it is another, so that a long list stays smooth. */
export function CandidateRows({ instance, candidates }: { instance: string; candidates: readonly Candidate[] }) {
  return useMemo(
    () => <>{candidates.map(candidate => <CandidateRow key={itemName(candidate.item)} instance={instance} candidate={candidate} />)}</>,
    [instance, candidates],
  );
}
