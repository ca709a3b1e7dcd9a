import { useQuery } from '@tanstack/preact-query';
import { t } from '../texts';
import { root } from './client';
import { Problem, problemOf } from './problem';
import type { components } from './schema';

export type HealthReport = components['schemas']['HealthReport'];
export type HealthEntry = components['schemas']['HealthEntry'];

/** What was checked. A service that cannot do its work says so with 503 and the same content, so that is no refusal. */
export function useHealth(poll: number) {
  return useQuery<HealthReport, Problem>({
    queryKey: ['/health/ready'],
    queryFn: ({ signal }) => load(signal),
    refetchInterval: poll,
  });
}

async function load(signal: AbortSignal): Promise<HealthReport> {
  const response = await ask(signal);
  if (response.headers.get('Content-Type')?.startsWith('application/json') !== true) {
    throw await problemOf(response, t.problems.status(response.status));
  }

  const report = await response.json() as Partial<HealthReport>;
  if (report.status === undefined || report.checks === undefined) {
    throw new Problem(401, 'signInNeeded', t.problems.unreachable);
  }

  return { status: report.status, time: report.time ?? '', checks: report.checks };
}

async function ask(signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(`${root}/health/ready`, { credentials: 'same-origin', signal });
  } catch (fault) {
    throw fault instanceof DOMException && fault.name === 'AbortError' ? fault : Problem.unreachable(t.problems.unreachable);
  }
}
