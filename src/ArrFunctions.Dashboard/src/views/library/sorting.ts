export type Sortable = string | number | boolean | null | undefined;

export interface Order {
  key: string;
  isDescending: boolean;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Rows in the order of one of their values. What is not known is last, whichever way. */
export function sorted<R>(rows: readonly R[], value: (row: R) => Sortable, isDescending: boolean): readonly R[] {
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => compare(value(a), value(b), sign));
}

function compare(a: Sortable, b: Sortable, sign: number): number {
  if (isNothing(a) || isNothing(b)) {
    return Number(isNothing(a)) - Number(isNothing(b));
  }

  return sign * (typeof a === 'string' || typeof b === 'string' ? collator.compare(String(a), String(b)) : Number(a) - Number(b));
}

const isNothing = (value: Sortable): value is null | undefined => value === null || value === undefined;
