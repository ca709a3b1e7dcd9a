import type { components } from '../../api/schema';

type Report = components['schemas']['SetupReport'];

/** The steps as a person takes them; the service knows them in finer parts. */
export const stepNames = ['instances', 'media', 'webhook', 'preview', 'live', 'told'] as const;

export type StepName = (typeof stepNames)[number];

/** optional: it may be left out, and the guide is at its end all the same. */
export type StepState = 'done' | 'open' | 'blocked' | 'optional';

export interface Step {
  name: StepName;
  state: StepState;
  /** What the service says about its parts that are not done. */
  details: readonly string[];
}

const parts: Readonly<Record<Exclude<StepName, 'told'>, readonly string[]>> = {
  instances: ['instance', 'connection'],
  media: ['roots', 'mappings'],
  webhook: ['webhook'],
  preview: ['dryRun'],
  live: ['live'],
};

/** @param isTold whether somebody is told when something goes wrong, which the service does not count among the steps. */
export function stepsOf(report: Report, isTold: boolean): readonly Step[] {
  return stepNames.map(name => {
    if (name === 'told') {
      return { name, state: isTold ? 'done' : 'optional', details: [] };
    }

    const found = report.steps.filter(step => parts[name].includes(step.name));
    const left = found.filter(step => step.status !== 'done');
    return { name, state: stateOf(found, left), details: left.filter(step => step.status === 'open').map(step => step.detail) };
  });
}

function stateOf(found: Report['steps'], left: Report['steps']): StepState {
  return left.length === 0 && found.length > 0 ? 'done' : left.some(step => step.status === 'open') ? 'open' : 'blocked';
}

/** Where to go on: the one that is named, or the first that is not done. */
export function currentStep(steps: readonly Step[], named: string | undefined): StepName {
  return stepNames.find(name => name === named) ?? steps.find(step => step.state === 'open' || step.state === 'blocked')?.name ?? 'live';
}
