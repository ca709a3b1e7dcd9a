import { useQuery } from '@tanstack/preact-query';
import { answer, client } from '../../api/client';
import type { Problem } from '../../api/problem';

/** Where the first run stands, as `GET /api/setup` tells it. */
export interface Setup {
  isComplete: boolean;
  dryRun: boolean;
  steps: readonly { name: string; status: 'done' | 'open' | 'blocked'; detail: string }[];
}

export function useSetup() {
  return useQuery<Setup, Problem>({
    queryKey: ['/api/setup'],
    queryFn: ({ signal }) => answer((client.GET as unknown as (path: string, init: object) => Promise<{ data?: Setup }>)('/api/setup', { signal })),
    staleTime: 60_000,
  });
}
