import { t } from '../../../texts';
import type { InstanceIndexers } from '../shared/types';

/** What the instance itself finds wrong with its indexers, in its words. */
export function HealthNotes({ health }: Pick<InstanceIndexers, 'health'>) {
  return health.length === 0 ? null : (
    <ul class="indexer-health" aria-label={t.indexers.health}>
      {health.map(({ check, level, message }) => <li key={`${check}:${message}`} class={level === 'error' ? 'bad' : 'warn'} title={check}>{message}</li>)}
    </ul>
  );
}
