import { useSyncExternalStore } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import { navigate, splitHash, subscribe } from './hashLocation';

export type Query = Readonly<Record<string, string>>;

/** What becomes of a query: a value that is empty or undefined is left out. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** Where one is: `/library/my%20radarr?by=week` taken apart. */
export interface Address {
  /** As it is written. */
  path: string;
  /** Its words, as they are meant. */
  words: readonly string[];
  query: Query;
}

export function readAddress(hash: string): Address {
  const { path, search } = splitHash(hash);
  return { path: path.replace(/(.)\/$/, '$1'), words: path.split('/').filter(word => word !== '').map(decoded), query: Object.fromEntries(new URLSearchParams(search)) };
}

/** The path of the words, which may hold anything: `/indexers/a%2Fb/3`. */
export const pathOf = (...words: readonly (string | number)[]): string => `/${words.map(encodeURIComponent).join('/')}`;

/** An address as `Link` takes it. */
export function addressOf(path: string, query: Changes): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  // A list reads better with its commas.
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString().replaceAll('%2C', ',')}`;
}

export const useAddress = (): Address => {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => readAddress(hash), [hash]);
};

interface Choices {
  query: Query;
  /** Changes some of what is chosen. With `isStep` the step back of the browser undoes it, which is too much for what is typed. */
  choose: (changes: Changes, isStep?: boolean) => void;
}

/** What is chosen on the page, kept in its address: a reload shows the same, and so does going back to it. */
export function useChoices(): Choices {
  const { query } = useAddress();
  return { query, choose };
}

function choose(changes: Changes, isStep = false): void {
  const { path, query } = readAddress(location.hash);
  navigate(addressOf(path, { ...query, ...changes }), { replace: !isStep });
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
