import type { Tone } from '../../../parts/Figure';
import type { Indexer, IndexerState } from './types';

export const filters = ['all', 'failing', 'takenOut', 'off', 'working', 'unknown'] as const;
export type Filter = typeof filters[number];

const kinds: Readonly<Record<IndexerState, { tone: Tone; filter: Filter; rank: number }>> = {
  failing: { tone: 'bad', filter: 'failing', rank: 0 },
  blocked: { tone: 'bad', filter: 'failing', rank: 1 },
  takenOut: { tone: 'warn', filter: 'takenOut', rank: 2 },
  switchedOff: { tone: 'quiet', filter: 'off', rank: 3 },
  unknown: { tone: 'quiet', filter: 'unknown', rank: 4 },
  working: { tone: 'good', filter: 'working', rank: 5 },
};

export const toneOf = (state: IndexerState): Tone => kinds[state].tone;

/** The worst first. */
export const rankOf = (state: IndexerState): number => kinds[state].rank;

export const isIn = (filter: Filter, state: IndexerState): boolean => filter === 'all' || kinds[state].filter === filter;

export const filterOf = (word: string | undefined): Filter => filters.find(filter => filter === word) ?? 'all';

export function countOf(indexers: readonly Indexer[]): Readonly<Record<Filter, number>> {
  const counts = { all: indexers.length, failing: 0, takenOut: 0, off: 0, working: 0, unknown: 0 };
  indexers.forEach(({ state }) => counts[kinds[state].filter] += 1);
  return counts;
}

/** How good a share of time up is. */
export function toneOfShare(share: number | null | undefined): Tone {
  if (share === null || share === undefined) {
    return 'quiet';
  }

  return share >= 0.95 ? 'good' : share >= 0.75 ? 'warn' : 'bad';
}
