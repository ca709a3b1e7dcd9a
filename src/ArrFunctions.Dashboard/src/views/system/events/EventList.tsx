import { usePages } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { MoreRows } from '../../../parts/MoreRows';
import { t } from '../../../texts';
import { EventRow } from './EventRow';
import type { Filters } from './filters';

export function EventList({ filters }: { filters: Filters }) {
  const texts = t.system.events;
  const pages = usePages('/api/events', { query: filters }, { rowsOf: page => page.events, idOf: event => event.id }, { keepPrevious: true });
  return (
    <Card title={texts.title}>
      <Loaded query={{ ...pages, data: pages.list }} lines={10}>
        {({ rows: events }) => (
            <>
              {events.length === 0 && !pages.hasNextPage ? <Empty>{Object.keys(filters).length === 0 ? texts.none : texts.noneFound}</Empty> : null}
              <ul class="rows">{events.map(told => <EventRow key={told.id} told={told} filters={filters} />)}</ul>
              <MoreRows pages={pages} />
            </>
        )}
      </Loaded>
    </Card>
  );
}
