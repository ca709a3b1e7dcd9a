import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../api/problem';
import { isTorn, withHead, type Fetched } from './lists';
import type { JobPage } from './model';

export type Load = (cursor: string | undefined, limit: number, signal: AbortSignal) => Promise<JobPage>;

interface Source {
  /** The route and what is asked of it; the first part is what events name. */
  key: readonly [string, ...unknown[]];
  load: Load;
  enabled?: boolean;
  poll?: number | false;
}

export interface JobList {
  list: Fetched | undefined;
  error: Problem | null;
  isPending: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

const headSize = 50;
const pageSize = 100;

/**
 * Jobs in pages. Events ask for the beginning again and not for every page, so that a list of thousands stays quiet while hundreds of jobs end.
 */
export function useJobList({ key, load, enabled = true, poll = false }: Source): JobList {
  const head = useQuery<JobPage, Problem>({
    queryKey: key, queryFn: ({ signal }) => load(undefined, headSize, signal), enabled, refetchInterval: poll,
  });
  const rest = useInfiniteQuery<JobPage, Problem>({
    queryKey: ['pages', ...key],
    queryFn: ({ pageParam, signal }) => load(pageParam as string | undefined, pageSize, signal),
    initialPageParam: undefined,
    getNextPageParam: page => page.cursor,
    enabled: false,
  });

  const { data: pages, refetch } = rest;
  const first: Fetched = { jobs: head.data?.jobs ?? [], hasMore: head.data?.cursor !== undefined };
  const all: Fetched = { jobs: pages?.pages.flatMap(page => page.jobs) ?? [], hasMore: pages === undefined ? first.hasMore : rest.hasNextPage };
  const isOld = pages !== undefined && head.data !== undefined && isTorn(first, all);
  const name = JSON.stringify(key);
  useRefetch(refetch, pages !== undefined, isOld, name);
  return {
    list: head.data === undefined ? undefined : withHead(first, all),
    error: head.error ?? rest.error,
    isPending: head.isPending,
    isFetchingNextPage: rest.isFetching,
    fetchNextPage: () => rest.fetchNextPage(),
  };
}

/** All pages are asked for again when one comes back to the list, and when so much is new that its beginning and the rest do not meet any more. */
function useRefetch(refetch: () => Promise<unknown>, isThere: boolean, isOld: boolean, name: string) {
  const known = useRef(isThere);
  useEffect(() => {
    known.current = isThere;
  });
  useEffect(() => {
    if (known.current) {
      void refetch();
    }
  }, [refetch, name]);
  useEffect(() => {
    if (isOld) {
      void refetch();
    }
  }, [refetch, isOld]);
}
