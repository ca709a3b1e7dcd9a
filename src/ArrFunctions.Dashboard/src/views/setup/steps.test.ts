import { expect, test } from 'vitest';
import { currentStep, stepsOf } from './steps';

const step = (name: string, status: string) => ({ name, status, detail: `about ${name}`, instances: [] });
const report = (...statuses: string[]) => ({
  isComplete: false,
  dryRun: true,
  steps: ['instance', 'connection', 'roots', 'mappings', 'webhook', 'dryRun', 'live'].map((name, place) => step(name, statuses[place] ?? 'blocked')),
});

test('A step is done when all of its parts are', () => {
  expect(stepsOf(report('done', 'done', 'open'), false).map(found => found.state)).toEqual(['done', 'open', 'blocked', 'blocked', 'blocked', 'optional']);
});

test('A step with a part that is open says what the service says about it', () => {
  expect(stepsOf(report('done', 'open'), false)[0]).toEqual({ name: 'instances', state: 'open', details: ['about connection'] });
});

test('One goes on with the first step that is not done, or with the one in the address', () => {
  const steps = stepsOf(report('done', 'done', 'done', 'open'), false);
  expect(currentStep(steps, undefined)).toBe('media');
  expect(currentStep(steps, 'webhook')).toBe('webhook');
  expect(currentStep(steps, 'nonsense')).toBe('media');
});

test('The last step may be left out: nobody is led there', () => {
  const all = Array<string>(7).fill('done');
  expect(currentStep(stepsOf(report(...all), false), undefined)).toBe('live');
  expect(currentStep(stepsOf(report(...all), false), 'told')).toBe('told');
  expect(stepsOf(report(...all), true).at(-1)).toEqual({ name: 'told', state: 'done', details: [] });
});
