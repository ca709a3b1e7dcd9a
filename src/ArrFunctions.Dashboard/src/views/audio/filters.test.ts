import { expect, test } from 'vitest';
import { filterOf, questionsOf } from './filters';

test('An address without a filter is all jobs', () => {
  expect(questionsOf(filterOf({}))).toEqual([{}]);
});

test('Failed and given up are one list, whichever of them is asked for', () => {
  expect(filterOf({ status: 'failed' })).toBe(filterOf({ status: 'poisoned' }));
  expect(questionsOf(filterOf({ status: 'failed' }))).toEqual([{ status: 'failed' }, { status: 'poisoned' }]);
});

test('A result is asked for as one', () => {
  expect(questionsOf(filterOf({ result: 'planned' }))).toEqual([{ result: 'planned' }]);
});

test('A filter that there is not is all jobs', () => {
  expect(filterOf({ status: 'sleeping' }).key).toBe('all');
  expect(filterOf({ result: '\0' }).key).toBe('all');
});
