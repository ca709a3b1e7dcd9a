/** Where one is: the words of the address, and what is chosen there. */
export interface Place {
  words: readonly string[];
  query: Readonly<Record<string, string>>;
}

/** `#/library/radarr/candidates?priority=high` taken apart. */
export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  return { words: path.split('/').filter(word => word !== '').map(decoded), query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The route of a page of the library, for `Link`. */
export const route = (...words: readonly string[]): string => `/${['library', ...words].map(encodeURIComponent).join('/')}`;

/** A whole address, for `a`: a `Link` would put what is chosen before the hash, where it stays. */
export function address(words: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string {
  const chosen = new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
  return `#${route(...words)}${chosen.size === 0 ? '' : `?${chosen.toString().replaceAll('%2C', ',')}`}`;
}

/** How the service names an item in an address: `12`, or `17-345` for an episode. */
export const itemName = (item: { titleId: number; episodeId: number }): string =>
  item.episodeId === 0 ? `${item.titleId}` : `${item.titleId}-${item.episodeId}`;

function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
