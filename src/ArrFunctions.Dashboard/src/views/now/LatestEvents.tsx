import { CircleX, Info, TriangleAlert } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { useGet } from '../../api/hooks';
import type { components } from '../../api/schema';
import { Ago } from '../../parts/Ago';
import { Card } from '../../parts/Card';
import { Empty } from '../../parts/Empty';
import { Loaded } from '../../parts/Loaded';
import { subjectPath } from '../../shell/subjectPath';
import { t } from '../../texts';

type EventRecord = components['schemas']['EventRecord'];

const icons = { information: Info, warning: TriangleAlert, error: CircleX };

export function LatestEvents() {
  const events = useGet('/api/events', { params: { query: { limit: 10 } } });
  return (
    <Card title={t.now.events.title} aside={<Link class="button" href="/system/events">{t.now.events.all}</Link>} class="latest">
      <Loaded query={events} lines={10}>
        {page => page.events.length === 0
          ? <Empty>{t.now.events.none}</Empty>
          : <ul>{page.events.map(event => <EventRow key={event.id} event={event} to={subjectPath(event.subject)} />)}</ul>}
      </Loaded>
    </Card>
  );
}

function EventRow({ event, to }: { event: EventRecord; to: string | undefined }) {
  const Icon = icons[event.severity];
  return (
    <li class={event.severity}>
      <Icon size={17} role="img" aria-label={t.now.events.severity[event.severity]} />
      <div class="words">
        <p class="message" title={event.message}>{to === undefined ? <bdi>{event.message}</bdi> : <Link href={to}><bdi>{event.message}</bdi></Link>}</p>
        <p class="muted"><Ago time={event.time} />{', '}<bdi>{actor(event.actor)}</bdi></p>
      </div>
    </li>
  );
}

function actor(text: string): string {
  const cut = text.indexOf(':');
  return cut < 0 ? t.now.events.actor(text, '') : t.now.events.actor(text.slice(0, cut), text.slice(cut + 1));
}
