import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { useAddress } from '../../../shell/address';
import { t } from '../../../texts';
import { isOpen } from '../batches';
import { filterOf } from '../filters';
import { FilterTabs } from '../jobs/FilterTabs';
import { JobRows } from '../jobs/JobRows';
import type { Batch } from '../model';
import { useItems } from '../useJobs';
import { countTexts } from './counts';

const poll = 1500;

/** The files of a batch, in the order of their folder; or those that stand in one way. */
export function BatchItems({ batch }: { batch: Batch }) {
  const asked = filterOf(useAddress().query);
  const items = useItems(batch.id, asked, isOpen(batch) && poll);
  return (
    <Card title={t.audio.batch.items}>
      <FilterTabs path={`/audio/batches/${batch.id}`} active={asked} counts={countTexts(batch.progress.counts)} hidesEmpty />
      <div key={asked.key}>
        <Loaded query={{ ...items, data: items.list }} lines={6}>
          {list => list.jobs.length === 0 && !list.hasMore ? <Empty>{t.audio.batch.noItems}</Empty> : <JobRows jobs={list.jobs} pages={items} />}
        </Loaded>
      </div>
    </Card>
  );
}
