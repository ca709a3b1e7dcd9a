import type { Export } from '../types';

const working: readonly Export['status'][] = ['planning', 'running', 'cancelling'];

export const isAtWork = (shown: Pick<Export, 'status'>): boolean => working.includes(shown.status);

/** Seconds that it took, or has taken until now. */
export function secondsOf(shown: Pick<Export, 'started' | 'ended'>, now: number): number {
  return Math.max(0, ((shown.ended === undefined ? now : Date.parse(shown.ended)) - Date.parse(shown.started)) / 1000);
}

/** Where a file is fetched; undefined: the service named a place that is none of its own. A path prefix before the page stays. */
export function downloadOf(href: string, root: string): string | undefined {
  return /^\/api\/library\/exports\/[\w-]+\/artifacts\/[\w.-]+$/.test(href) && !href.includes('..') ? root + href : undefined;
}

/** The changes that there are, most first. */
export const changesOf = (changes: Readonly<Record<string, number>>): readonly (readonly [string, number])[] =>
  Object.entries(changes).filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a);
