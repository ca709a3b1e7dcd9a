import { answer, client } from '../../api/client';
import { questionsOf, type Filter } from './filters';
import { appended, mergeNewest, type Fetched } from './lists';
import { useJobList, type JobList, type Load } from './useJobList';

type Question = ReturnType<typeof questionsOf>[number];

/** All jobs of one filter, newest first. */
export const useJobs = (filter: Filter, poll: number | false = false): JobList => useFiltered({
  filter,
  poll,
  key: ['/api/jobs'],
  join: mergeNewest,
  load: question => (cursor, limit, signal) => answer(client.GET('/api/jobs', { params: { query: { ...question, limit, cursor } }, signal })),
});

/** The files of a batch of one filter, in the order of their folder. */
export const useItems = (id: string, filter: Filter, poll: number | false): JobList => useFiltered({
  filter,
  poll,
  key: ['/api/batch/{id}/items', id],
  join: appended,
  load: question => (cursor, limit, signal) =>
    answer(client.GET('/api/batch/{id}/items', { params: { path: { id }, query: { ...question, limit, cursor } }, signal })),
});

interface Asked {
  filter: Filter;
  poll: number | false;
  key: readonly [string, ...unknown[]];
  load: (question: Question) => Load;
  join: (first: Fetched, second: Fetched) => Fetched;
}

/** The service takes one status at a time: what two are asked for is made one list here. */
function useFiltered({ filter, poll, key, load, join }: Asked): JobList {
  const [first = {}, second] = questionsOf(filter);
  const one = useJobList({ key: [...key, first], load: load(first), poll });
  const two = useJobList({ key: [...key, second ?? first, 'second'], load: load(second ?? first), enabled: second !== undefined, poll });
  if (second === undefined) {
    return one;
  }

  const [a, b] = [one.list, two.list];
  return {
    list: a === undefined || b === undefined ? undefined : join(a, b),
    error: one.error ?? two.error,
    isPending: one.isPending || two.isPending,
    isFetchingNextPage: one.isFetchingNextPage || two.isFetchingNextPage,
    fetchNextPage: () => Promise.all([a?.hasMore === true ? one.fetchNextPage() : null, b?.hasMore === true ? two.fetchNextPage() : null]),
  };
}
