import { useChoices } from '../../../shell/address';
import { EventFilters } from './EventFilters';
import { EventList } from './EventList';
import { filtersOf, nothing } from './filters';

/** What happened, newest first; the filters are in the address. */
export function EventsTab() {
  const { query, choose } = useChoices();
  const filters = filtersOf(query);
  return (
    <>
      <EventFilters filters={filters} onChange={(name, value) => choose({ [name]: value.trim() })} onClear={() => choose(nothing)} />
      <EventList filters={filters} />
    </>
  );
}
