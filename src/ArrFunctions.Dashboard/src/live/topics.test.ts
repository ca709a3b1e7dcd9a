import { expect, test } from 'vitest';
import { routesOf } from './topics';

test('An event of a job asks for jobs and for the log again', () => {
  expect(routesOf('job.succeeded')).toEqual(expect.arrayContaining(['/api/jobs', '/api/queue', '/api/events']));
});

test('An event that nobody knows is still a row of the log', () => {
  expect(routesOf('something.new')).toEqual(['/api/events']);
});
