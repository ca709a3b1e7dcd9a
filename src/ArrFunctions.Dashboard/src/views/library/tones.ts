import type { Tone } from '../../parts/Figure';
import type { Candidate, Change, Format, Profile, Search } from './types';

export const priorityTone: Record<Candidate['priority'], Tone> = { critical: 'bad', high: 'warn', medium: 'accent', low: 'quiet' };

export const searchTone: Record<Search['state'], Tone> = { planned: 'quiet', begun: 'accent', sent: 'accent', refused: 'bad', upgraded: 'good', nothingBetter: 'quiet' };

export const impactTone: Record<Format['impact'], Tone> = { unused: 'quiet', negative: 'bad', none: 'quiet', low: 'accent', medium: 'good', high: 'good' };

export const ratingTone: Record<Profile['rating'], Tone> = { unused: 'quiet', poor: 'bad', fair: 'warn', good: 'good', excellent: 'good' };

/** A rescored file is better or worse by its points. */
export function changeTone(change: Pick<Change, 'kind' | 'before' | 'after'>): Tone {
  switch (change.kind) {
    case 'upgraded': return 'good';
    case 'downgraded': return 'bad';
    case 'added': return 'accent';
    case 'rescored': return (change.after ?? 0) > (change.before ?? 0) ? 'good' : 'bad';
    default: return 'quiet';
  }
}

/** Grades as one knows them from school. */
export const gradeTone = (grade: string): Tone => grade === 'A' || grade === 'B' ? 'good' : grade === 'C' || grade === 'D' ? 'warn' : 'bad';
