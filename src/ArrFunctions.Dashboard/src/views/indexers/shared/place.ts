import { pathOf } from '../../../shell/address';

export const indexerPath = (instance: string, id: number): string => pathOf('indexers', instance, id);

/** Where the indexer is that this one is a copy of. */
export function originalPath({ managedBy = '' }: { managedBy?: string }): string {
  const cut = managedBy.lastIndexOf('/');
  return indexerPath(managedBy.slice(0, cut), Number(managedBy.slice(cut + 1)));
}
