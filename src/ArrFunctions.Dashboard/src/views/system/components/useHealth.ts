import { useQuery } from '@tanstack/preact-query';
import { root } from '../../../api/client';
import { Problem, problemOf } from '../../../api/problem';
import { t } from '../../../texts';
import type { HealthReport } from './health';

/** What was checked; an answer of 503 tells it as well. */
export function useHealth() {
  return useQuery<HealthReport, Problem>({ queryKey: ['/health/ready'], queryFn: ({ signal }) => loadHealth(signal), refetchInterval: 30_000 });
}

async function loadHealth(signal: AbortSignal): Promise<HealthReport> {
  let response: Response;
  try {
    response = await fetch(`${root}/health/ready`, { credentials: 'same-origin', signal });
  } catch (fault) {
    throw fault instanceof DOMException && fault.name === 'AbortError' ? fault : Problem.unreachable(t.problems.unreachable);
  }

  const isReport = response.headers.get('Content-Type')?.startsWith('application/json') === true && (response.ok || response.status === 503);
  if (!isReport) {
    throw await problemOf(response, t.problems.status(response.status));
  }

  return await response.json() as HealthReport;
}
