import { Link } from 'wouter-preact';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { useAddress } from '../../../shell/address';
import { t } from '../../../texts';
import { filterOf, type Filter } from '../filters';
import { useJobs } from '../useJobs';
import { FilterTabs } from './FilterTabs';
import { JobRows } from './JobRows';
import { useCounts } from './useCounts';
import { Today } from './Today';

const poll = 2000;

/** All that was done to files, newest first, or those that stand in one way. */
export function JobsPage() {
  const filter = filterOf(useAddress().query);
  const jobs = useJobs(filter, filter.key === 'work' ? poll : false);
  const counts = useCounts();
  return (
    <Card title={t.audio.list.title} aside={<Today />}>
      <FilterTabs path="/audio" active={filter} counts={counts} />
      <div key={filter.key}>
        <Loaded query={{ ...jobs, data: jobs.list }} lines={8}>
          {list => {
            const shown = list.jobs.filter(job => job.kind === 'audio');
            return (
              <>
                {shown.length === 0 && !list.hasMore ? <Nothing filter={filter} /> : <JobRows jobs={shown} pages={jobs} />}
                {filter.key === 'all' ? <p class="muted small">{t.audio.list.batchesApart}</p> : null}
              </>
            );
          }}
        </Loaded>
      </div>
    </Card>
  );
}

function Nothing({ filter }: { filter: Filter }) {
  return (
    <Empty>
      <p>{t.audio.empty[filter.key]}</p>
      {filter.key === 'all'
        ? <p class="actions centred"><Link href="/setup" class="button">{t.audio.empty.setUp}</Link><Link href="/audio/batches/new" class="button">{t.audio.empty.startBatch}</Link></p>
        : null}
    </Empty>
  );
}
