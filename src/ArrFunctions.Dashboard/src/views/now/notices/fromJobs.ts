import { t } from '../../../texts';
import type { Job, Situation } from '../useSituation';
import type { Notice } from './notice';

const week = 7 * 86_400_000;

/** Jobs that failed within the last days; older ones stand in their list, and are no news. */
export function fromJobs({ failed = [], poisoned = [] }: Situation, now: number): Notice[] {
  return [
    ...notice('poisoned', poisoned, now, t.now.jobs.poisoned),
    ...notice('failed', failed, now, t.now.jobs.failed),
  ];
}

function notice(id: string, jobs: readonly Job[], now: number, title: (count: number, isMore: boolean) => string): Notice[] {
  const recent = jobs.filter(job => now - Date.parse(job.updated) < week);
  const [first] = recent;
  if (first === undefined) {
    return [];
  }

  return [{
    id: `jobs:${id}`,
    tone: 'warn',
    title: title(recent.length, jobs.length >= 50),
    details: [{ subject: first.title ?? first.path, text: first.reason ?? '' }],
    repairs: [
      { kind: 'retry', jobs: recent.map(job => job.id) },
      recent.length === 1
        ? { kind: 'link', to: `/audio/jobs/${encodeURIComponent(first.id)}`, text: t.now.links.job }
        : { kind: 'link', to: '/audio?status=failed', text: t.now.links.jobs },
    ],
  }];
}
