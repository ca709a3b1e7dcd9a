import { ArrowLeft } from 'lucide-preact';
import { Link, Redirect } from 'wouter-preact';
import { Badge } from '../../../parts/Badge';
import { Loaded } from '../../../parts/Loaded';
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
      <p class="back"><Link href="/audio/batches"><ArrowLeft size={16} aria-hidden="true" />{t.audio.batch.back}</Link></p>
      <Loaded query={batch} lines={8}>{found => found.kind === 'export' ? <Redirect to={pathOf('library', 'exports', found.id)} replace /> : <Shown batch={found} />}</Loaded>
    </section>
  );
}

function Shown({ batch }: { batch: Batch }) {
  const look = batchLook(batch);
  return (
    <>
      <header class="page-head">
        <h1><bdi>{batch.path}</bdi></h1>
        <Badge tone={look.tone}>{look.word}</Badge>
        {batch.dryRun ? <Badge tone="quiet">{t.audio.batches.dryRun}</Badge> : null}
        <BatchActions batch={batch} />
      </header>
      {batch.dryRun && !isOpen(batch) ? <Preview batch={batch} /> : null}
      <BatchProgress batch={batch} />
      <BatchItems batch={batch} />
      <BatchAbout batch={batch} />
    </>
  );
}
