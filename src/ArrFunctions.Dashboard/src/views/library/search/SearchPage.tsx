import { SearchCard } from './SearchCard';
import { SearchLog } from './SearchLog';

/** Searching for upgrades: what would be searched for and why not more, and what came of the searches so far. */
export function SearchPage({ instance }: { instance: string }) {
  return <><SearchCard instance={instance} /><SearchLog instance={instance} /></>;
}
