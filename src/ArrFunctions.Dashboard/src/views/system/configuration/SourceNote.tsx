import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import type { Setting } from './settings';

/** Where the value comes from, and whether it holds. */
export function SourceNote({ setting: { source, place, isPending } }: { setting: Setting }) {
  const texts = t.system.configuration;
  return (
    <small class="source">
      <Badge tone={source === 'default' ? 'quiet' : source === 'stored' ? 'accent' : 'good'}>{texts.sources[source] ?? source}</Badge>
      {place === undefined || source === 'stored' ? null : <bdi class="muted">{place}</bdi>}
      {isPending ? <Badge tone="warn">{texts.pending}</Badge> : null}
    </small>
  );
}
