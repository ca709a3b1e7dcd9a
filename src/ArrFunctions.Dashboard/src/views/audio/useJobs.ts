import { answer, client } from '../../api/client';
import type { Fetched } from '../../api/rows';
import { useRows, type Rows, type Source } from '../../api/useRows';
import { questionsOf, type Filter } from './filters';
import { appended, mergeNewest } from './lists';
import type { Job, JobPage } from './model';

export type JobList = Omit<Rows<Job>, 'head'>;

type Load = Source<JobPage, Job>['load'];
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
  join: (first: Fetched<Job>, second: Fetched<Job>) => Fetched<Job>;
}

const listed = { rowsOf: (page: JobPage) => page.jobs, idOf: (job: Job) => job.id };

/** The service takes one status at a time: what two are asked for is made one list here. */
function useFiltered({ filter, poll, key, load, join }: Asked): JobList {
  const [first = {}, second] = questionsOf(filter);
  const one = useRows({ ...listed, key: [...key, first], load: load(first), poll });
  const two = useRows({ ...listed, key: [...key, second ?? first, 'second'], load: load(second ?? first), enabled: second !== undefined, poll });
  if (second === undefined) {
    return one;
  }

  const [a, b] = [one.list, two.list];
  return {
    list: a === undefined || b === undefined ? undefined : join(a, b),
    error: one.error ?? two.error,
    isPending: one.isPending || two.isPending,
    hasNextPage: one.hasNextPage || two.hasNextPage,
    isFetchingNextPage: one.isFetchingNextPage || two.isFetchingNextPage,
    fetchNextPage: () => Promise.all([one.hasNextPage ? one.fetchNextPage() : null, two.hasNextPage ? two.fetchNextPage() : null]),
  };
}
