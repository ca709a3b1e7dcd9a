import { expect, test } from 'vitest';
import { formatBytes, formatShare, formatSigned } from './numbers';

test.each([[0, '0 B'], [1023, '1,023 B'], [1024, '1 KiB'], [5_368_709_120, '5 GiB']])('%d bytes are %s', (bytes, said) => expect(formatBytes(bytes)).toBe(said));

test('Almost all is not said to be all', () => {
  expect(formatShare(0.9996)).toBe('99.9 %');
  expect(formatShare(1)).toBe('100 %');
});

test('A change has its sign', () => expect([120, -40, 0].map(formatSigned)).toEqual(['+120', '-40', '0']));
