import { useMemo } from 'preact/hooks';
import { itemName } from '../place';
import type { Candidate } from '../types';
import { CandidateRow } from './CandidateRow';

/** A page of candidates. It is only drawn anew when it is another, and laid out only where it is seen, so that a long list stays smooth. */
export function CandidateRows({ instance, candidates }: { instance: string; candidates: readonly Candidate[] }) {
  return useMemo(
    () => <ol class="rows candidates">{candidates.map(candidate => <CandidateRow key={itemName(candidate.item)} instance={instance} candidate={candidate} />)}</ol>,
    [instance, candidates],
  );
}
