import { expect, test } from 'vitest';
import { secondsOf } from './times';

test('A span is read with its days, and one that is written in words is left as it is', () => {
  expect(['06:00:00', '1.02:00:30', '00:00:01.5', '6h'].map(secondsOf)).toEqual([21_600, 93_630, 1, undefined]);
});
