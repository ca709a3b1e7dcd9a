import { expect, test } from 'vitest';
import { newestOf, shellWord, standOf, type Backup } from './backups';

const now = Date.parse('2026-01-31T12:00:00Z');
const backup = (time: string, trouble?: string): Backup => ({ name: `arrfunctions-${time}.zip`, time, reason: 'scheduled', bytes: 1, version: '1', format: 1, rows: 1, artifacts: 0, trouble });

test('Without a backup there is something to say', () => expect(standOf([], now)).toEqual({ kind: 'none' }));

test('A backup counts as old after three days, and not before', () => {
  expect(standOf([backup('2026-01-28T12:00:00Z')], now)).toEqual({ kind: 'well' });
  expect(standOf([backup('2026-01-28T11:59:59Z')], now)).toEqual({ kind: 'stale', days: 3 });
});

test('The newest one counts, in whatever order they come', () => {
  expect(newestOf([backup('2026-01-01T00:00:00Z'), backup('2026-01-30T00:00:00Z'), backup('2026-01-15T00:00:00Z')])?.time).toBe('2026-01-30T00:00:00Z');
});

test('A backup that cannot be restored is none', () => {
  expect(standOf([backup('2026-01-31T00:00:00Z', 'It was cut off.'), backup('2026-01-20T12:00:00Z')], now)).toEqual({ kind: 'stale', days: 11 });
  expect(standOf([backup('2026-01-31T00:00:00Z', 'It was cut off.')], now)).toEqual({ kind: 'troubled' });
});

test('A backup of a clock that was ahead is not old', () => expect(standOf([backup('2026-02-02T00:00:00Z')], now)).toEqual({ kind: 'well' }));

test('A name that a shell would take apart is quoted in the command', () => {
  expect([shellWord('arrfunctions-20260131T033000Z.zip'), shellWord("a b'; rm.zip")]).toEqual(['arrfunctions-20260131T033000Z.zip', String.raw`'a b'\''; rm.zip'`]);
});
