import type { Job } from './model';

export type Status = Job['status'];
export type Result = NonNullable<Job['result']>;

export interface Filter {
  key: 'all' | 'needsYou' | 'waiting' | 'work' | 'changed' | 'planned' | 'alreadyCorrect' | 'skipped' | 'cancelled';
  /** What the address says. */
  search: string;
  statuses: readonly Status[];
  result?: Result;
}

/** The lists that can be asked for, in the order of their tabs. */
export const filters: readonly [Filter, ...Filter[]] = [
  { key: 'all', search: '', statuses: [] },
  { key: 'needsYou', search: 'status=failed', statuses: ['failed', 'poisoned'] },
  { key: 'waiting', search: 'status=waiting', statuses: ['waiting'] },
  { key: 'work', search: 'status=running', statuses: ['running', 'queued'] },
  { key: 'changed', search: 'result=changed', statuses: [], result: 'changed' },
  { key: 'planned', search: 'result=planned', statuses: [], result: 'planned' },
  { key: 'alreadyCorrect', search: 'result=alreadyCorrect', statuses: [], result: 'alreadyCorrect' },
  { key: 'skipped', search: 'status=skipped', statuses: ['skipped'] },
  { key: 'cancelled', search: 'status=cancelled', statuses: ['cancelled'] },
];

/** The list that an address asks for; all, where it asks for none that there is. */
export function filterOf(search: string): Filter {
  const asked = new URLSearchParams(search);
  const [status, result] = [asked.get('status'), asked.get('result')];
  return filters.find(filter => result === null ? filter.statuses.some(one => one === status) : filter.result === result) ?? filters[0];
}

/** What is asked of the service: one question for each status. */
export function questionsOf({ statuses, result }: Filter): readonly { status?: Status; result?: Result }[] {
  return statuses.length === 0 ? [result === undefined ? {} : { result }] : statuses.map(status => ({ status }));
}
