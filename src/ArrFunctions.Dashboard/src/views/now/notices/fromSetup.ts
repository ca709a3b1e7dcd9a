import { t } from '../../../texts';
import type { Situation } from '../useSituation';
import type { Notice } from './notice';

/** Steps without which nothing comes in. Whether files are changed is the dry run, which the page tells by itself. */
const needed = ['instance', 'roots', 'webhook'];

/** Nobody has connected anything yet. */
export function isFresh({ setup, health }: Situation): boolean {
  return setup === undefined
    ? health !== undefined && !health.checks.some(check => check.name.startsWith('instance:'))
    : setup.steps.some(step => step.name === 'instance' && step.status !== 'done');
}

/** The headline of a fresh service says it already. */
export function fromSetup(situation: Situation): Notice[] {
  const open = isFresh(situation) ? undefined : situation.setup?.steps.find(step => needed.includes(step.name) && step.status === 'open');
  return open === undefined ? [] : [{
    id: 'setup',
    tone: 'warn',
    title: t.now.setup.open,
    details: [{ text: open.detail }],
    repairs: [{ kind: 'link', to: '/setup', text: t.now.links.setup }],
  }];
}
