import { expect, test } from 'vitest';
import { pairOf } from './pair';

const exports = ['c', 'b', 'a'].map(exportId => ({ exportId }));

test('Without a choice the last one is compared with the one before it', () => expect(pairOf(exports, {})).toEqual(['b', 'c']));

test('One that is chosen is compared with the one before it', () => expect(pairOf(exports, { to: 'b' })).toEqual(['a', 'b']));

test('Both can be chosen', () => expect(pairOf(exports, { from: 'a', to: 'c' })).toEqual(['a', 'c']));

test('The first of all has none before it', () => expect(pairOf(exports, { to: 'a' })).toEqual([undefined, 'a']));
