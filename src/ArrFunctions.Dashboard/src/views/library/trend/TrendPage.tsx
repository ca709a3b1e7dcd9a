import { useGet } from '../../../api/hooks';
import { Empty } from '../../../parts/Empty';
import { t } from '../../../texts';
import { FromExport } from '../FromExport';
import { ChangesCard } from './ChangesCard';
import { MovesCard } from './MovesCard';
import { ScoreTrend } from './ScoreTrend';
import { ShareTrend } from './ShareTrend';

/** How a library moves from export to export. */
export function TrendPage({ instance }: { instance: string }) {
  const query = useGet('/api/library/{instance}/trends', { params: { path: { instance } } });
  return (
    <FromExport instance={instance} query={query}>
      {({ trends }) => trends === undefined ? <Empty>{t.library.trend.few}</Empty> : (
        <>
          <ScoreTrend trends={trends} />
          <div class="columns">
            <ShareTrend snapshots={trends.snapshots} />
            <MovesCard trends={trends} />
          </div>
          <ChangesCard trends={trends} />
        </>
      )}
    </FromExport>
  );
}
