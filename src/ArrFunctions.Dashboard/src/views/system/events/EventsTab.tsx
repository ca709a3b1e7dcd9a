import { addressOf, replaceAddress, useAddress } from '../address';
import { EventFilters } from './EventFilters';
import { EventList } from './EventList';
import { changed, filtersOf } from './filters';

/** What happened, newest first; the filters are in the address. */
export function EventsTab() {
  const { path, query } = useAddress();
  const filters = filtersOf(query);
  return (
    <>
      <EventFilters filters={filters} onChange={(name, value) => replaceAddress(addressOf(path, changed(filters, name, value)))} onClear={() => replaceAddress(addressOf(path))} />
      <EventList filters={filters} />
    </>
  );
}
