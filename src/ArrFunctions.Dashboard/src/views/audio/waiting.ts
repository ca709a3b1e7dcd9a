import type { Job, WaitReason } from './model';

export interface WaitGroup {
  reason: WaitReason;
  jobs: readonly Job[];
}

/** Waiting jobs by what they wait for, the most frequent first; within, by when they are looked at next. */
export function groupWaiting(jobs: readonly Job[]): readonly WaitGroup[] {
  const groups = new Map<WaitReason, Job[]>();
  for (const job of jobs) {
    if (job.wait !== undefined) {
      groups.set(job.wait.reason, [...groups.get(job.wait.reason) ?? [], job]);
    }
  }

  return [...groups].map(([reason, members]) => ({ reason, jobs: members.sort((a, b) => (a.wait?.until ?? '').localeCompare(b.wait?.until ?? '')) }))
    .sort((a, b) => b.jobs.length - a.jobs.length);
}
