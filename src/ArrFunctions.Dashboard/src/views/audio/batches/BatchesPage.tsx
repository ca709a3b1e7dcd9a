import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { usePages } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { MoreRows } from '../../../parts/MoreRows';
import { t } from '../../../texts';
import { isOpen } from '../batches';
import { BatchRow } from './BatchRow';

const poll = 1500;

/** Work on whole folders, newest first. */
export function BatchesPage() {
  const [runs, setRuns] = useState(false);
  const batches = usePages('/api/batch', {}, { rowsOf: page => page.batches, idOf: batch => batch.id }, { poll: runs && poll });
  const isRunning = batches.head?.batches.some(batch => batch.kind === 'audio' && isOpen(batch)) ?? false;
  if (isRunning !== runs) {
    setRuns(isRunning);
  }

  const start = <Link href="/audio/batches/new" class="button primary"><Plus size={16} aria-hidden="true" />{t.audio.batches.start}</Link>;
  return (
    <Card title={t.audio.batches.title} aside={start}>
      <Loaded query={{ ...batches, data: batches.list }} lines={5}>
        {({ rows }) => {
          const shown = rows.filter(batch => batch.kind === 'audio');
          return (
            <>
              {shown.length === 0 && !batches.hasNextPage ? <Empty>{t.audio.batches.none}</Empty> : <ul class="rows batches">{shown.map(batch => <BatchRow key={batch.id} batch={batch} />)}</ul>}
              <MoreRows pages={batches} />
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
