import { Redirect } from 'wouter-preact';
import { Badge } from '../../../parts/Badge';
import { Loaded } from '../../../parts/Loaded';
import { BackLink, PageHead } from '../../../parts/PageHead';
import { pathOf } from '../../../shell/address';
import { useTop } from '../../../shell/keptScroll';
import { t } from '../../../texts';
import { isOpen } from '../batches';
import { batchLook } from '../look';
import type { Batch } from '../model';
import { useBatch } from '../useWatched';
import { BatchAbout } from './BatchAbout';
import { BatchActions } from './BatchActions';
import { BatchItems } from './BatchItems';
import { BatchProgress } from './BatchProgress';
import { Preview } from './Preview';

/** One batch while it runs and after it. */
export function BatchPage({ id }: { id: string }) {
  const batch = useBatch(id);
  useTop();
  return (
    <section class="page">
      <BackLink href="/audio/batches">{t.audio.batch.back}</BackLink>
      <Loaded query={batch} lines={8}>{found => found.kind === 'export' ? <Redirect to={pathOf('library', 'exports', found.id)} replace /> : <Shown batch={found} />}</Loaded>
    </section>
  );
}

function Shown({ batch }: { batch: Batch }) {
  const look = batchLook(batch);
  return (
    <>
      <PageHead title={<bdi>{batch.path}</bdi>} actions={<BatchActions batch={batch} />}
        badges={<><Badge tone={look.tone}>{look.word}</Badge>{batch.dryRun ? <Badge tone="quiet">{t.audio.batches.dryRun}</Badge> : null}</>} />
      {batch.dryRun && !isOpen(batch) ? <Preview batch={batch} /> : null}
      <BatchProgress batch={batch} />
      <BatchItems batch={batch} />
      <BatchAbout batch={batch} />
    </>
  );
}
