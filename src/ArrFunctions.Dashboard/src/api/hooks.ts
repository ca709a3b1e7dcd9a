import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import type { PathsWithMethod } from 'openapi-typescript-helpers';
import { answer, client } from './client';
import type { Problem } from './problem';
import type { paths } from './schema';
import { useRows, type Rows, type Source } from './useRows';

type GetPath = PathsWithMethod<paths, 'get'>;
type GetInit<P extends GetPath> = MaybeOptionalInit<paths[P], 'get'>;
export type Data<P extends GetPath> = NonNullable<FetchResponse<NonNullable<paths[P]['get']>, object, 'application/json'>['data']>;

interface Options {
  /** Milliseconds between two questions; left out: only events ask again. */
  poll?: number | false;
  enabled?: boolean;
  /** Shows what was there before while other parameters are asked for. */
  keepPrevious?: boolean;
}

const load = <P extends GetPath>(path: P, init: GetInit<P> | undefined, signal: AbortSignal) =>
  answer((client.GET as unknown as (path: P, init: object) => Promise<{ data?: Data<P> }>)(path, { ...init, signal }));

/** What a route tells, kept up to date: events of its kind (see `live/topics.ts`) ask again. */
export function useGet<P extends GetPath>(path: P, init?: GetInit<P>, options: Options = {}) {
  return useQuery<Data<P>, Problem>({
    queryKey: [path, init],
    queryFn: ({ signal }) => load(path, init, signal),
    refetchInterval: options.poll ?? false,
    enabled: options.enabled ?? true,
    placeholderData: options.keepPrevious === true ? keepPreviousData : undefined,
  });
}

type Listed<P extends GetPath, R> = Pick<Source<Data<P>, R>, 'rowsOf' | 'idOf' | 'isRanked'>;

/** A list that comes in pages by its cursor. */
export function usePages<P extends GetPath, R>(path: P, params: { path?: object; query?: object }, listed: Listed<P, R>, { poll = false, ...options }: Options = {}): Rows<R, Data<P>> {
  return useRows<Data<P> & { cursor?: string | null }, R>({
    ...listed,
    ...options,
    poll,
    key: [path, params, 'rows'],
    load: (cursor, limit, signal) => load(path, { params: { ...params, query: { ...params.query, limit, cursor } } } as unknown as GetInit<P>, signal),
  });
}

/** Something that a button does; afterwards the routes that are named are asked again. */
export function useAction<A, R>(act: (argument: A) => Promise<R>, changes: readonly string[]) {
  const queries = useQueryClient();
  return useMutation<R, Problem, A>({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ predicate: query => changes.some(change => String(query.queryKey[0]).startsWith(change)) }),
  });
}
