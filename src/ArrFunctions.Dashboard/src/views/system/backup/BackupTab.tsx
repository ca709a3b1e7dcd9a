import { useGet } from '../../../api/hooks';
import { Loaded } from '../../../parts/Loaded';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { AdminOnly } from '../AdminOnly';
import { CommandsCard } from './CommandsCard';
import { DownloadCard } from './DownloadCard';
import { ImportNote } from './ImportNote';

export function BackupTab() {
  const query = useGet('/api/maintenance/state', undefined, { enabled: useMay('admin') });
  return (
    <AdminOnly what={t.system.tabs.backup}>
      <Loaded query={query}>
        {view => (
          <>
            {view.import === undefined ? null : <ImportNote id={view.import.id} isReplacing={view.import.isReplacing} />}
            <DownloadCard view={view} />
          </>
        )}
      </Loaded>
      <CommandsCard />
    </AdminOnly>
  );
}
