import { expect, test } from 'vitest';
import { differing, writeStateFile } from './stateFile';
import { parsePage, type ReadPage, type StateRow } from './statePage';

const source = { version: '0.1.0', tables: ['Jobs', 'Keys'], from: 'http://here', time: '2026-01-10T12:00:00Z' };
const row = (table: string, rk: string): StateRow => ({ table, pk: 'p', rk, content: `{"title":"Über ${rk}"}` });

/** Two rows of jobs in two pages, one key. */
const read: ReadPage = (table, after) => Promise.resolve(table === 'Keys' ? { rows: [row('Keys', '1')], after: undefined }
  : after === undefined ? { rows: [row('Jobs', '1')], after: 'p/1' } : { rows: [row('Jobs', '2')], after: undefined });

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

async function write(reading: ReadPage) {
  let text = '';
  const written = await writeStateFile(source, reading, bytes => {
    text += new TextDecoder().decode(bytes);
    return Promise.resolve();
  }, () => undefined, new AbortController().signal);
  return { written, lines: text.trimEnd().split('\n') };
}

test('The file ends with the digest of its first line and of the ends of its tables', async () => {
  const { lines } = await write(read);
  const told = [lines[0], lines[3], lines[5]].map(line => `${line ?? ''}\n`).join('');
  expect(lines).toHaveLength(7);
  expect(JSON.parse(lines[6] ?? '')).toEqual({ tables: 2, rows: 3, sha256: await sha256(told) });
});

test('The digest of a table is over the parts of its rows, each with its length in bytes before it', async () => {
  const { lines } = await write(read);
  const parts = ['1', '2'].flatMap(rk => ['p', rk, row('Jobs', rk).content]);
  const told = parts.map(part => `\0\0\0${String.fromCharCode(new TextEncoder().encode(part).length)}${part}`).join('');
  expect(JSON.parse(lines[3] ?? '')).toEqual({ table: 'Jobs', rows: 2, sha256: await sha256(told) });
});

test('A table that is not the same the second time is told', async () => {
  const [first, second] = [await write(read), await write((table, after, signal) => table === 'Keys' ? Promise.resolve({ rows: [], after: undefined }) : read(table, after, signal))];
  expect(differing(first.written, second.written)).toEqual(['Keys']);
});

test('A page without its end is not taken', () => {
  expect(() => parsePage(`${JSON.stringify(row('Jobs', '1'))}\n`)).toThrow();
  expect(parsePage(`${JSON.stringify(row('Jobs', '1'))}\n{"rows":1,"after":"p/1"}\n`)).toEqual({ rows: [row('Jobs', '1')], after: 'p/1' });
});
