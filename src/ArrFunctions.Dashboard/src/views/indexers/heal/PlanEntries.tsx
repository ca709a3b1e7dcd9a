import { Link } from 'wouter-preact';
import { Badge } from '../../../parts/Badge';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import { indexerPath } from '../shared/place';
import type { HealPlanEntry } from '../shared/types';

interface Props {
  title: string;
  /** What it means for those below. */
  what: string;
  entries: readonly HealPlanEntry[];
}

/** Indexers for which the plan has the same in mind, with the reason of each. */
export function PlanEntries({ title, what, entries }: Props) {
  return entries.length === 0 ? null : (
    <Card title={title}>
      <p class="muted">{what}</p>
      <ul class="rows heal-entries">
        {entries.map(entry => (
          <li key={`${entry.instance}/${entry.id}`}>
            <p><Link href={indexerPath(entry.instance, entry.id)}><bdi>{entry.name}</bdi></Link> <small class="muted">{t.indexers.heal.at(entry.instance, entry.protocol)}</small></p>
            <p>{entry.reason}</p>
            {entry.test === undefined ? null : <p class="muted">{t.indexers.heal.test(entry.test)}</p>}
            {entry.isDone === undefined ? null : <Badge tone={entry.isDone ? 'good' : 'bad'}>{entry.isDone ? t.indexers.heal.isDone : t.indexers.heal.isNotDone}</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
