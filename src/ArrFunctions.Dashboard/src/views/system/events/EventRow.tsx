import { Link } from 'wouter-preact';
import type { components } from '../../../api/schema';
import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { addressOf } from '../../../shell/address';
import { subjectPath } from '../../../shell/subjectPath';
import { t } from '../../../texts';
import { Difference } from './Difference';
import { shortened } from './shortened';
import type { Filters } from './filters';

const tones = { information: 'quiet', warning: 'warn', error: 'bad' } as const;

/** One event: what happened, to what, by whom. Its words come from outside as well, so they are text and nothing else. */
export function EventRow({ told, filters }: { told: components['schemas']['EventRecord']; filters: Filters }) {
  const texts = t.system.events;
  const { name, severity, subject, actor, message, before, after, correlationId } = told;
  const path = subjectPath(subject);
  const narrowed = (filter: keyof Filters, value: string) => addressOf('/system/events', { ...filters, [filter]: value });
  return (
    <li class="event">
      <div class="when"><Badge tone={tones[severity]}>{texts.severity[severity]}</Badge><small class="muted"><Ago time={told.time} /></small></div>
      <div>
        <p><bdi>{message}</bdi></p>
        {before === undefined && after === undefined ? null : <Difference before={before} after={after} />}
        <small class="muted facts">
          <Link href={narrowed('name', name)} title={texts.onlyThis}><code>{name}</code></Link>
          {path === undefined ? <bdi title={subject}>{shortened(subject)}</bdi> : <Link href={path} title={subject}><bdi>{shortened(subject)}</bdi></Link>}
          <Link href={narrowed('actor', actor)} title={texts.onlyThis}><bdi>{texts.by(actor)}</bdi></Link>
          <Link href={narrowed('subject', subject)}>{texts.sameSubject}</Link>
          {correlationId === undefined ? null : <Link href={narrowed('correlation', correlationId)}>{texts.sameRequest}</Link>}
        </small>
      </div>
    </li>
  );
}
