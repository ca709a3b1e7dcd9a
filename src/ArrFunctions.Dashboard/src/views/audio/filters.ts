import type { Query } from '../../shell/address';
import type { Job } from './model';

export type Status = Job['status'];
export type Result = NonNullable<Job['result']>;

export interface Filter {
  key: 'all' | 'needsYou' | 'waiting' | 'work' | 'changed' | 'planned' | 'alreadyCorrect' | 'skipped' | 'cancelled';
  /** What the address says. */
  query: Query;
  statuses: readonly Status[];
  result?: Result;
}

/** The lists that can be asked for, in the order of their tabs. */
export const filters: readonly [Filter, ...Filter[]] = [
  { key: 'all', query: {}, statuses: [] },
  { key: 'needsYou', query: { status: 'failed' }, statuses: ['failed', 'poisoned'] },
  { key: 'waiting', query: { status: 'waiting' }, statuses: ['waiting'] },
  { key: 'work', query: { status: 'running' }, statuses: ['running', 'queued'] },
  { key: 'changed', query: { result: 'changed' }, statuses: [], result: 'changed' },
  { key: 'planned', query: { result: 'planned' }, statuses: [], result: 'planned' },
  { key: 'alreadyCorrect', query: { result: 'alreadyCorrect' }, statuses: [], result: 'alreadyCorrect' },
  { key: 'skipped', query: { status: 'skipped' }, statuses: ['skipped'] },
  { key: 'cancelled', query: { status: 'cancelled' }, statuses: ['cancelled'] },
];

/** The list that an address asks for; all, where it asks for none that there is. */
export function filterOf({ status, result }: Query): Filter {
  return filters.find(filter => result === undefined ? filter.statuses.some(one => one === status) : filter.result === result) ?? filters[0];
}

/** What is asked of the service: one question for each status. */
export function questionsOf({ statuses, result }: Filter): readonly { status?: Status; result?: Result }[] {
  return statuses.length === 0 ? [result === undefined ? {} : { result }] : statuses.map(status => ({ status }));
}
