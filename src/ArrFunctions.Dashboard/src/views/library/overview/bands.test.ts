import { expect, test } from 'vitest';
import { scoreBands, sharesOf } from './bands';

test('Bands below zero are toned', () => {
  expect(scoreBands([{ from: -500, to: 0, files: 2 }, { from: 0, to: 500, files: 3 }])).toEqual([
    { label: '-500 to 0', count: 2, tone: 'bad' },
    { label: '0 to 500', count: 3, tone: 'accent' },
  ]);
});

test('Three empty bands in a row are one line, two are not', () => {
  const bands = [1, 0, 0, 0, 1, 0, 0, 1].map((files, at) => ({ from: at * 100, to: at * 100 + 100, files }));
  expect(scoreBands(bands).map(band => band.label)).toEqual(['0 to 100', '100 to 400', '400 to 500', '500 to 600', '600 to 700', '700 to 800']);
});

test('Small parts are counted together, and the whole stays the whole', () => {
  const shares = sharesOf({ a: 1, b: 5, unknown: 2, c: 1, d: 0 }, 2);
  expect(shares).toEqual([{ label: 'b', count: 5 }, { label: 'not known', count: 2, tone: 'muted' }, { label: 'others', count: 2, tone: 'muted' }]);
});
