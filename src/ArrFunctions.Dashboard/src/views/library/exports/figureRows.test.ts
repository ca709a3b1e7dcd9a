import { expect, test } from 'vitest';
import type { Snapshot } from '../types';
import { figureRows, stepOf } from './figureRows';

const before: Snapshot = { time: '2026-01-01T00:00:00Z', exportId: 'a', files: 10, bytes: 1024, meanScore: 5, medianScore: 5, atCutoff: 2, negative: 4, candidates: 8, health: 50 };
const rowOf = (key: string) => figureRows.filter(row => row.key === key).slice(0, 1);
const step = (key: string, after: Partial<Snapshot>) => rowOf(key).map(row => stepOf(row, before, { ...before, ...after }))[0];

test('Fewer negative files are better, fewer at the cutoff are worse', () => {
  expect(step('negative', { negative: 1 })).toEqual({ said: '-3', look: 'up' });
  expect(step('atCutoff', { atCutoff: 1 })).toEqual({ said: '-1', look: 'down' });
});

test('A larger library is neither', () => expect(step('bytes', { bytes: 3072 })).toEqual({ said: '+2 KiB', look: '' }));

test('What one of the two does not know has no difference', () => expect(step('health', { health: undefined })).toEqual({ said: '–', look: '' }));
