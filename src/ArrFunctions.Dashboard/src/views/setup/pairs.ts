/** A folder as an instance names it, and the same folder here. */
export interface Pair {
  from: string;
  to: string;
}

interface Mapped {
  name: string;
  mappings: readonly { from: string; to: string; instance?: string | null; source: string }[];
}

/** Those that are stored for this instance alone; the others are set elsewhere and stay. */
export function ownPairs(instance: Mapped): readonly Pair[] {
  return instance.mappings.filter(mapping => mapping.source === 'stored' && mapping.instance === instance.name).map(({ from, to }) => ({ from, to }));
}

/** Without the rows that are not filled in. */
export function complete(pairs: readonly Pair[]): Pair[] {
  return pairs.map(({ from, to }) => ({ from: from.trim(), to: to.trim() })).filter(({ from, to }) => from !== '' && to !== '');
}
