import { expect, test } from 'vitest';
import { filtersOf, toggled } from './filters';

test('What makes no sense in the address is not asked for', () => {
  expect(filtersOf({ priority: 'critical,urgent', blocked: 'maybe', minGain: '-3' })).toEqual({ priority: 'critical' });
  expect(filtersOf({ priority: 'x', blocked: 'false', minGain: '100' })).toEqual({ blocked: false, minGain: 100 });
});

test('Priorities are chosen one by one, in their order', () => {
  expect(toggled(undefined, 'low')).toBe('low');
  expect(toggled('low', 'critical')).toBe('critical,low');
  expect(toggled('critical,low', 'low')).toBe('critical');
});

test('None and all of them are everything', () => {
  expect(toggled('low', 'low')).toBeUndefined();
  expect(toggled('critical,high,low', 'medium')).toBeUndefined();
});
