import { isIn, rankOf, type Filter } from '../shared/states';
import type { Indexer, InstanceIndexers } from '../shared/types';

export const orders = ['state', 'name', 'availability', 'streak', 'failures'] as const;
export type Order = typeof orders[number];

export const orderOf = (word: string | undefined): Order => orders.find(order => order === word) ?? 'state';

const ranks: Readonly<Record<InstanceIndexers['service'], number>> = { prowlarr: 0, sonarr: 1, radarr: 2 };

/** Those of Prowlarr first, because there the others are judged. */
export const byService = <T extends Pick<InstanceIndexers, 'instance' | 'service'>>(instances: readonly T[]): T[] =>
  [...instances].sort((a, b) => ranks[a.service] - ranks[b.service] || a.instance.localeCompare(b.instance));

/** A copy of an indexer of a Prowlarr that is set up here: it is listed there. */
export const isCopy = (indexer: Indexer): boolean => indexer.managedBy !== undefined && indexer.managedBy !== 'elsewhere';

export const keyOf = ({ instance, id }: { instance: string; id: number }): string => `${instance}/${id}`;

/** The copies of each indexer, under its key. */
export function copiesOf(instances: readonly InstanceIndexers[]): ReadonlyMap<string, readonly Indexer[]> {
  const copies = new Map<string, Indexer[]>();
  for (const copy of instances.flatMap(one => one.indexers).filter(isCopy)) {
    const original = copy.managedBy ?? '';
    copies.set(original, [...copies.get(original) ?? [], copy]);
  }

  return copies;
}

export const isNamed = (indexer: Indexer, search: string): boolean => indexer.name.toLowerCase().includes(search.trim().toLowerCase());

const byName = (a: Indexer, b: Indexer) => a.name.localeCompare(b.name) || a.id - b.id;
const share = ({ availability }: Indexer) => availability.month ?? 2;
const since = ({ failingSince }: Indexer) => failingSince === undefined ? Infinity : Date.parse(failingSince);

/** The one that needs a look first comes first. */
const comparers: Readonly<Record<Order, (a: Indexer, b: Indexer) => number>> = {
  name: byName,
  state: (a, b) => rankOf(a.state) - rankOf(b.state) || byName(a, b),
  availability: (a, b) => share(a) - share(b) || byName(a, b),
  streak: (a, b) => since(a) === since(b) ? byName(a, b) : since(a) - since(b),
  failures: (a, b) => b.strikes - a.strikes || byName(a, b),
};

/** Those that are shown of an instance, in their order. */
export const arrange = (indexers: readonly Indexer[], search: string, filter: Filter, order: Order): Indexer[] =>
  indexers.filter(one => !isCopy(one) && isIn(filter, one.state) && isNamed(one, search)).sort(comparers[order]);
