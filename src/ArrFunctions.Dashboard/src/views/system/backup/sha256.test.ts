import { expect, test } from 'vitest';
import { Sha256 } from './sha256';

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_000])('The digest of %d bytes is the one of another implementation, in whatever pieces they come', async length => {
  const bytes = Uint8Array.from({ length }, (_, at) => at * 31 % 251);
  const hash = new Sha256();
  for (let at = 0; at < length; at += 37) {
    hash.add(bytes.subarray(at, at + 37));
  }

  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  expect(hash.finish()).toBe([...digest].map(byte => byte.toString(16).padStart(2, '0')).join(''));
});

test('After the digest it begins anew', () => {
  const hash = new Sha256();
  hash.add(Uint8Array.of(1, 2, 3));
  hash.finish();
  expect(hash.finish()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
