import { useStats } from '../../../api/stats';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { CachesCard } from './CachesCard';
import { CountTable } from './CountTable';
import { LanesCard } from './LanesCard';
import { NowFigures } from './NowFigures';
import { SinceStartCard } from './SinceStartCard';
import { countRows } from './stats';

/** What was done: today, over all time, and since the start. */
export function FiguresTab() {
  const query = useStats(15_000);
  const { jobs, batches, indexers, searches } = t.system.figures;
  return (
    <Loaded query={query} lines={10}>
      {stats => (
          <>
            <NowFigures stats={stats} />
            <div class="columns">
              <Card title={jobs.title}><CountTable label={jobs.title} rows={countRows(stats.operations.today, stats.operations.lifetime, jobs.counts)} /></Card>
              <Card title={batches.title}><CountTable label={batches.title} rows={countRows(stats.batches.today, stats.batches.lifetime, batches.counts)} /></Card>
              <Card title={indexers.title}>
                <CountTable label={indexers.title} rows={[
                  ...countRows(stats.indexers.today, stats.indexers.lifetime, indexers.counts),
                  ...countRows(stats.searches.today, stats.searches.lifetime, searches.counts),
                ]} />
              </Card>
              <SinceStartCard stats={stats} />
              <LanesCard />
              <CachesCard />
            </div>
          </>
      )}
    </Loaded>
  );
}
