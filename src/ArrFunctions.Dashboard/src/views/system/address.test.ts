import { expect, test } from 'vitest';
import { addressOf, readAddress } from './address';

test('Filters are read out of the address', () => {
  const { path, query } = readAddress('/system/events?name=job.&actor=key%3Aa%20b');
  expect([path, query.get('name'), query.get('actor')]).toEqual(['/system/events', 'job.', 'key:a b']);
});

test('What is written into an address is read out of it again', () => {
  const { query } = readAddress(addressOf('/system/events', { subject: 'job:a&b=c?d#e' }).slice(1));
  expect(query.get('subject')).toBe('job:a&b=c?d#e');
});

test('Filters without a value are left out', () => {
  expect(addressOf('/system/events', { name: '', actor: undefined })).toBe('#/system/events');
});
