import { formatBytes, formatNumber, formatSigned } from '../../../format/numbers';
import type { Snapshot } from '../types';

export interface FigureRow {
  key: 'files' | 'bytes' | 'medianScore' | 'meanScore' | 'atCutoff' | 'negative' | 'candidates' | 'health';
  of: (figures: Snapshot) => number | undefined;
  say: (value: number | undefined) => string;
  step: (difference: number) => string;
  /** Whether more of it is better, worse, or neither. */
  better: 'more' | 'less' | undefined;
}

const number = (value: number | undefined) => value === undefined ? '–' : formatNumber(value);
const signedBytes = (difference: number) => difference === 0 ? '0' : `${difference > 0 ? '+' : '−'}${formatBytes(Math.abs(difference))}`;
const row = (key: FigureRow['key'], better: FigureRow['better']): FigureRow => ({ key, of: figures => figures[key], say: number, step: formatSigned, better });

export const figureRows: readonly FigureRow[] = [
  row('health', 'more'), row('medianScore', 'more'), row('meanScore', 'more'), row('files', undefined),
  { ...row('bytes', undefined), say: value => value === undefined ? '–' : formatBytes(value), step: signedBytes },
  row('atCutoff', 'more'), row('negative', 'less'), row('candidates', 'less'),
];

/** How a figure changed: in words, and whether that is good. */
export function stepOf({ of, step, better }: FigureRow, from: Snapshot, to: Snapshot): { said: string; look: '' | 'up' | 'down' } {
  const [before, after] = [of(from), of(to)];
  if (before === undefined || after === undefined) {
    return { said: '–', look: '' };
  }

  const difference = after - before;
  const isBetter = better === 'more' ? difference > 0 : difference < 0;
  return { said: step(difference), look: difference === 0 || better === undefined ? '' : isBetter ? 'up' : 'down' };
}
