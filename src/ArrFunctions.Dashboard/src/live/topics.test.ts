import { expect, test } from 'vitest';
import { nameIn, routesOf } from './topics';

test('An event of a job asks for jobs and for the log again', () => {
  expect(routesOf('job.succeeded')).toEqual(expect.arrayContaining(['/api/jobs', '/api/queue', '/api/events']));
});

test('A backup that was made or failed, and a target that is out of order, ask again for their lists and for how things stand', () => {
  for (const name of ['backup.made', 'backup.failed', 'backup.removed', 'state.restored', 'state.migrated', 'state.salvaged']) {
    expect(routesOf(name), name).toEqual(expect.arrayContaining(['/api/maintenance', '/health']));
  }

  for (const name of ['notification.failed', 'notification.recovered']) {
    expect(routesOf(name), name).toEqual(expect.arrayContaining(['/api/notifications', '/health']));
  }
});

test('An event that nobody knows is still a row of the log', () => {
  expect(routesOf('something.new')).toEqual(['/api/events']);
});

test('A name that every object has is no topic', () => {
  expect(routesOf('constructor.called')).toEqual(['/api/events']);
});

test('A message of the stream that is no event has no name', () => {
  expect(['', 'nonsense', 'null', '[]', '{}', '{"name":1}', '{"name":"job.failed"}'].map(nameIn)).toEqual([...Array<undefined>(6).fill(undefined), 'job.failed']);
});
