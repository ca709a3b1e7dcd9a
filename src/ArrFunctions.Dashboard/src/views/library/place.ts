import { addressOf, pathOf } from '../../shell/address';

/** The path of a page of the library. */
export const libraryPath = (...words: readonly string[]): string => pathOf('library', ...words);

/** How the service names an item in an address: `12`, or `17-345` for an episode. */
export const itemName = (item: { titleId: number; episodeId: number }): string =>
  item.episodeId === 0 ? `${item.titleId}` : `${item.titleId}-${item.episodeId}`;

/** Where all is that happened to one item. */
export const historyOf = (instance: string, item: Parameters<typeof itemName>[0]): string => addressOf(libraryPath(instance, 'history'), { item: itemName(item) });
