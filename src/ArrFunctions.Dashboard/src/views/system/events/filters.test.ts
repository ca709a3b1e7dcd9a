import { expect, test } from 'vitest';
import { filtersOf, fromField, toField } from './filters';

test('Only filters that are known are taken out of an address', () => {
  expect(filtersOf({ name: 'job.', actor: '', limit: '9' })).toEqual({ name: 'job.' });
});

test('A time that was typed comes back into its field', () => expect(toField(fromField('2026-07-10T12:34'))).toBe('2026-07-10T12:34'));

test('What is no time is none', () => expect([toField('x'), toField(undefined), fromField('')]).toEqual(['', '', '']));
