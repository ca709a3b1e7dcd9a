import { formatBytes } from '../../../format/numbers';
import { formatDateTime } from '../../../format/time';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import { durationOf } from '../batches';
import type { Batch } from '../model';

/** What was asked for, and by whom. */
export function BatchAbout({ batch }: { batch: Batch }) {
  const { filters } = batch;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t.audio.batch.folder, batch.path],
    [t.audio.batch.recursive, batch.recursive ? t.audio.batch.yes : t.audio.batch.no],
    [t.audio.batch.patterns, batch.patterns.join(', ')],
    [t.audio.batch.exclude, filters.exclude.join(', ')],
    [t.audio.batch.minSize, filters.minSize === undefined ? undefined : formatBytes(filters.minSize)],
    [t.audio.batch.maxAge, filters.maxAge === undefined ? undefined : durationOf(filters.maxAge)],
    [t.audio.batch.priority, batch.priority],
    [t.audio.batch.by, batch.actor],
    [t.audio.batch.begun, formatDateTime(batch.created)],
    [t.audio.batch.attempt, batch.attempt === 1 ? undefined : String(batch.attempt)],
  ];
  return (
    <Card title={t.audio.batch.about}>
      <dl class="pairs">
        {rows.map(([name, value]) => value === undefined || value === '' ? null : <div key={name}><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>)}
      </dl>
    </Card>
  );
}
