import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Problem } from './problem';
import { isTorn, withHead, type Fetched, type IdOf } from './rows';

export interface Source<P, R> {
  /** The route and what is asked of it; the first part is what events name. */
  key: readonly [string, ...unknown[]];
  load: (cursor: string | undefined, limit: number, signal: AbortSignal) => Promise<P>;
  rowsOf: (page: P) => readonly R[];
  idOf: IdOf<R>;
  enabled?: boolean;
  poll?: number | false;
  keepPrevious?: boolean;
  /** In an order of its own and not newest first: another beginning means another list. */
  isRanked?: boolean;
}

export interface Rows<R, P = unknown> {
  list: Fetched<R> | undefined;
  /** The first page, with what it tells beside its rows. */
  head: P | undefined;
  error: Problem | null;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

const headSize = 50;
const pageSize = 100;

/** A list in pages. Events ask for its beginning again and not for every page, so that a list of thousands stays quiet while much happens. */
export function useRows<P extends { cursor?: string | null | undefined }, R>({ key, load, rowsOf, idOf, enabled = true, poll = false, keepPrevious = false, isRanked = false }: Source<P, R>): Rows<R, P> {
  const head = useQuery<P, Problem>({
    queryKey: key, queryFn: ({ signal }) => load(undefined, headSize, signal), enabled, refetchInterval: poll, placeholderData: keepPrevious ? keepPreviousData : undefined,
  });
  const rest = useInfiniteQuery<P, Problem>({
    queryKey: ['pages', ...key],
    queryFn: ({ pageParam, signal }) => load(pageParam as string | undefined, pageSize, signal),
    initialPageParam: undefined,
    getNextPageParam: page => page.cursor ?? undefined,
    enabled: false,
  });
  const { data: pages, refetch } = rest;
  const { list, isOld } = useMemo(() => {
    const first: Fetched<R> = { rows: head.data === undefined ? [] : rowsOf(head.data), hasMore: typeof head.data?.cursor === 'string' };
    const all: Fetched<R> = { rows: pages?.pages.flatMap(rowsOf) ?? [], hasMore: pages === undefined ? first.hasMore : typeof pages.pages.at(-1)?.cursor === 'string' };
    return { list: head.data === undefined ? undefined : withHead(first, all, idOf), isOld: isTorn(first, all, idOf) };
    // Both functions say the same at each drawing.
  }, [head.data, pages]);
  useRefetch(refetch, pages !== undefined, isOld, JSON.stringify(key), isRanked ? head.data : undefined);
  return {
    list,
    head: head.data,
    error: head.error ?? rest.error,
    isPending: head.isPending,
    hasNextPage: list?.hasMore ?? false,
    isFetchingNextPage: rest.isFetching,
    fetchNextPage: () => rest.fetchNextPage(),
  };
}

/** All pages are asked for again when one comes back to the list, and when its beginning and the rest do not belong together any more. */
function useRefetch(refetch: () => Promise<unknown>, isThere: boolean, isOld: boolean, name: string, beginning: unknown) {
  const known = useRef(isThere);
  useEffect(() => {
    known.current = isThere;
  });
  useEffect(() => {
    if (known.current) {
      void refetch();
    }
  }, [refetch, name, beginning]);
  useEffect(() => {
    if (isOld) {
      void refetch();
    }
  }, [refetch, isOld]);
}
