import { useGet } from '../../../api/hooks';
import { Loaded } from '../../../parts/Loaded';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { AdminOnly } from '../AdminOnly';
import { BackupsCard } from './BackupsCard';
import { CleanupCard } from './CleanupCard';
import { CommandsCard } from './CommandsCard';
import { DownloadCard } from './DownloadCard';
import { ImportNote } from './ImportNote';
import { RestoreCard } from './RestoreCard';

/** Backups first: the file for another host and its commands are for the day of a move. */
export function BackupTab() {
  const enabled = useMay('admin');
  const state = useGet('/api/maintenance/state', undefined, { enabled });
  const backups = useGet('/api/maintenance/backups', undefined, { enabled });
  const begun = state.data?.import;
  return (
    <AdminOnly what={t.system.tabs.backup}>
      {begun === undefined ? null : <ImportNote id={begun.id} isReplacing={begun.isReplacing} />}
      <Loaded query={backups} lines={8}>{list => <BackupsCard list={list} />}</Loaded>
      <div class="columns">
        <RestoreCard backups={backups.data?.backups ?? []} />
        <CleanupCard />
      </div>
      <div class="columns">
        <Loaded query={state}>{view => <DownloadCard view={view} />}</Loaded>
        <CommandsCard />
      </div>
    </AdminOnly>
  );
}
