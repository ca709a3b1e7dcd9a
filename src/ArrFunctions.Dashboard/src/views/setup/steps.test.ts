import { expect, test } from 'vitest';
import { currentStep, stepsOf } from './steps';

const step = (name: string, status: string) => ({ name, status, detail: `about ${name}`, instances: [] });
const report = (...statuses: string[]) => ({
  isComplete: false,
  dryRun: true,
  steps: ['instance', 'connection', 'roots', 'mappings', 'webhook', 'dryRun', 'live'].map((name, place) => step(name, statuses[place] ?? 'blocked')),
});

test('A step is done when all of its parts are', () => {
  expect(stepsOf(report('done', 'done', 'open')).map(found => found.state)).toEqual(['done', 'open', 'blocked', 'blocked', 'blocked']);
});

test('A step with a part that is open says what the service says about it', () => {
  expect(stepsOf(report('done', 'open'))[0]).toEqual({ name: 'instances', state: 'open', details: ['about connection'] });
});

test('One goes on with the first step that is not done, or with the one in the address', () => {
  const steps = stepsOf(report('done', 'done', 'done', 'open'));
  expect(currentStep(steps, undefined)).toBe('media');
  expect(currentStep(steps, 'webhook')).toBe('webhook');
  expect(currentStep(steps, 'nonsense')).toBe('media');
});
