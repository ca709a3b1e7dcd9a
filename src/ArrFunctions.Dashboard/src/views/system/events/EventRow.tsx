import type { components } from '../../../api/schema';
import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import { addressOf } from '../address';
import { Difference } from './Difference';
import { shortened, subjectAddress } from './subjects';
import { changed, type Filters } from './filters';

const tones = { information: 'quiet', warning: 'warn', error: 'bad' } as const;

/** One event: what happened, to what, by whom. Its words come from outside as well, so they are text and nothing else. */
export function EventRow({ told, filters }: { told: components['schemas']['EventRecord']; filters: Filters }) {
  const texts = t.system.events;
  const { name, severity, subject, actor, message, before, after, correlationId } = told;
  const address = subjectAddress(subject);
  const narrowed = (filter: keyof Filters, value: string) => addressOf('/system/events', changed(filters, filter, value));
  return (
    <li class="event">
      <div class="when"><Badge tone={tones[severity]}>{texts.severity[severity]}</Badge><small class="muted"><Ago time={told.time} /></small></div>
      <div>
        <p><bdi>{message}</bdi></p>
        {before === undefined && after === undefined ? null : <Difference before={before} after={after} />}
        <small class="muted facts">
          <a href={narrowed('name', name)} title={texts.onlyThis}><code>{name}</code></a>
          {address === undefined ? <bdi title={subject}>{shortened(subject)}</bdi> : <a href={address} title={subject}><bdi>{shortened(subject)}</bdi></a>}
          <a href={narrowed('actor', actor)} title={texts.onlyThis}><bdi>{texts.by(actor)}</bdi></a>
          <a href={narrowed('subject', subject)}>{texts.sameSubject}</a>
          {correlationId === undefined ? null : <a href={narrowed('correlation', correlationId)}>{texts.sameRequest}</a>}
        </small>
      </div>
    </li>
  );
}
