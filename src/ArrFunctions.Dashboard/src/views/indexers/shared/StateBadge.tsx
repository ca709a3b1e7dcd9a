import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import { toneOf } from './states';
import type { IndexerState } from './types';

export function StateBadge({ state }: { state: IndexerState }) {
  return <Badge tone={toneOf(state)} title={t.indexers.stateTitles[state]}>{t.indexers.states[state]}</Badge>;
}
