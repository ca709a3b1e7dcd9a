import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { MoreRows } from '../../../parts/MoreRows';
import { usePages } from '../../../api/hooks';
import { t } from '../../../texts';
import { groupWaiting } from '../waiting';
import { WaitCard } from './WaitCard';

/** Files that wait, by what they wait for. */
export function WaitingPage() {
  const pages = usePages('/api/jobs', { query: { status: 'waiting' } }, { rowsOf: page => page.jobs, idOf: job => job.id });
  return (
    <Loaded query={{ ...pages, data: pages.list }} lines={6}>
      {({ rows }) => {
        const groups = groupWaiting(rows.filter(job => job.kind === 'audio'));
        return (
          <>
            {groups.length === 0 ? <Empty>{t.audio.wait.none}</Empty> : groups.map(group => <WaitCard key={group.reason} group={group} hasMore={pages.hasNextPage} />)}
            <MoreRows pages={pages} />
          </>
        );
      }}
    </Loaded>
  );
}
