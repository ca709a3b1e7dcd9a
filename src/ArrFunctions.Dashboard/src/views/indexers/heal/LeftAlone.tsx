import { Link } from 'wouter-preact';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import { indexerPath } from '../shared/place';
import type { PlanGroups } from './planGroups';

const fold = 6;

/** What the plan does not touch, and why; many with the same reason are folded. */
export function LeftAlone({ left }: Pick<PlanGroups, 'left'>) {
  return left.length === 0 ? null : (
    <Card title={t.indexers.heal.left}>
      <dl class="heal-left">
        {left.map(({ reason, entries }) => {
          const names = entries.map(one => <li key={`${one.instance}/${one.id}`}><Link href={indexerPath(one.instance, one.id)}><bdi>{one.name}</bdi></Link></li>);
          return (
            <div key={reason}>
              <dt>{reason}</dt>
              <dd>{entries.length <= fold ? <ul>{names}</ul> : <details><summary>{t.indexers.heal.count(entries.length)}</summary><ul>{names}</ul></details>}</dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
