import { answer, client } from '../../../api/client';
import type { Problem } from '../../../api/problem';

/** Gives each job another attempt; one that is refused keeps no other from it. */
export async function retryAll(jobs: readonly string[]): Promise<{ queued: number; refused: number; refusal?: string }> {
  const refusals: Problem[] = [];
  for (const id of jobs) {
    try {
      await answer(client.POST('/api/jobs/{id}/retry', { params: { path: { id } } }));
    } catch (fault) {
      refusals.push(fault as Problem);
    }
  }

  const [first] = refusals;
  if (first !== undefined && refusals.length === jobs.length) {
    throw first;
  }

  return { queued: jobs.length - refusals.length, refused: refusals.length, ...(first === undefined ? {} : { refusal: first.message }) };
}
