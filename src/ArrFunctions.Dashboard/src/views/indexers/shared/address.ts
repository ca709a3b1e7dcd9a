import { useLocation } from 'wouter-preact';

type Changes = Readonly<Record<string, string | undefined>>;

/** The parts of the address behind `#`, each decoded, and what stands behind its `?`. */
export function partsOf(hash: string): { parts: readonly string[]; query: URLSearchParams } {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  return { parts: path.split('/').filter(part => part !== '').map(decoded), query: new URLSearchParams(query) };
}

/** The same place with other choices; a choice without a value is left out. */
export function hashWith(hash: string, changes: Changes): string {
  const { query } = partsOf(hash);
  Object.entries(changes).forEach(([name, value]) => value === undefined || value === '' ? query.delete(name) : query.set(name, value));
  const path = hash.replace(/^#/, '').split('?', 1)[0]?.replace(/\/$/, '') ?? '';
  const choices = query.toString();
  return choices === '' ? `#${path}` : `#${path}/?${choices}`;
}

/** What was chosen on a page, kept in its address: a reload shows the same, and so does going back to it. */
export function useChoices(): [URLSearchParams, (changes: Changes) => void] {
  useLocation();
  const choose = (changes: Changes) => {
    window.history.replaceState(null, '', hashWith(window.location.hash, changes));
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  };
  return [partsOf(window.location.hash).query, choose];
}

export const indexerPath = (instance: string, id: number): string => `/indexers/${encodeURIComponent(instance)}/${id}`;

/** Where the indexer is that this one is a copy of. */
export function originalPath({ managedBy = '' }: { managedBy?: string }): string {
  const cut = managedBy.lastIndexOf('/');
  return indexerPath(managedBy.slice(0, cut), Number(managedBy.slice(cut + 1)));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
