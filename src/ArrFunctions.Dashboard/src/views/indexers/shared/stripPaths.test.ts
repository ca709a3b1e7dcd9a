import { expect, test } from 'vitest';
import { dayAt, stripHeight, stripPaths, summaryOf } from './stripPaths';

test('A day that was up is one bar of the whole height', () => {
  expect(stripPaths([{ availability: 1 }])).toEqual({ width: 3, up: `M0 0h3v${stripHeight}h-3z`, down: '', unknown: '' });
});

test('A day that was down is one bar as well, of the other kind', () => {
  expect(stripPaths([{ availability: 0 }])).toEqual({ width: 3, up: '', down: `M0 0h3v${stripHeight}h-3z`, unknown: '' });
});

test('Minutes of a failure are seen', () => {
  expect(stripPaths([{ availability: 0.9999 }]).down).not.toBe('');
});

test('A day of which nothing is known is neither up nor down', () => {
  expect(stripPaths([{}, { availability: null }])).toMatchObject({ up: '', down: '', width: 7 });
});

test('The day under the pointer is found up to the edges', () => {
  const days = ['2026-11-01', '2026-11-02', '2026-11-03'].map(day => ({ day }));
  expect([-0.1, 0, 0.4, 1, 1.2].map(share => dayAt(days, share)?.day)).toEqual(['2026-11-01', '2026-11-01', '2026-11-02', '2026-11-03', '2026-11-03']);
});

test('Days are counted by what is known of them', () => {
  expect(summaryOf([{ availability: 1 }, { availability: 0.5 }, { availability: null }, {}])).toEqual({ up: 1, down: 1, unknown: 2 });
});
