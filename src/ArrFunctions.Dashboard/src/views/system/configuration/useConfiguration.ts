import { useQuery } from '@tanstack/preact-query';
import { client } from '../../../api/client';
import type { Data } from '../../../api/hooks';
import type { Problem } from '../../../api/problem';

/** Every setting, and which state of the stored ones that was. */
export type Configuration = Data<'/api/config'> & { tag: string | null };

export function useConfiguration() {
  return useQuery<Configuration, Problem>({ queryKey: ['/api/config', 'tagged'], queryFn: ({ signal }) => load(signal) });
}

async function load(signal: AbortSignal): Promise<Configuration> {
  const { data, response } = await client.GET('/api/config', { signal });
  return { ...data as Data<'/api/config'>, tag: response.headers.get('ETag') };
}
