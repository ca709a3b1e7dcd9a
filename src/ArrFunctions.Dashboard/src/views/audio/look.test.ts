import { expect, test } from 'vitest';
import { canCancel, canRetry, canUndo, jobLook } from './look';
import { aJob } from './sample';

test('A job that succeeded is named by its result', () => {
  expect(jobLook(aJob({ result: 'planned' }))).toEqual({ tone: 'accent', word: 'Planned' });
});

test('A change that was taken back is no change any more', () => {
  const job = aJob({ undoId: 'u', isUndone: true });
  expect(jobLook(job).word).toBe('Taken back');
  expect(canUndo(job)).toBe(false);
});

test('Only what has not begun can be cancelled', () => {
  expect((['queued', 'waiting', 'running', 'failed'] as const).map(status => canCancel(aJob({ status })))).toEqual([true, true, false, false]);
});

test('What is queued or at work is not asked for again', () => {
  expect((['queued', 'running', 'waiting', 'poisoned'] as const).map(status => canRetry(aJob({ status })))).toEqual([false, false, true, true]);
});

test('A change with a record can be taken back', () => {
  expect(canUndo(aJob({ undoId: 'u' }))).toBe(true);
  expect(canUndo(aJob())).toBe(false);
});
