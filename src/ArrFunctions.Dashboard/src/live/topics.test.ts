import { expect, test } from 'vitest';
import { nameIn, routesOf } from './topics';

test('An event of a job asks for jobs and for the log again', () => {
  expect(routesOf('job.succeeded')).toEqual(expect.arrayContaining(['/api/jobs', '/api/queue', '/api/events']));
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
