import { useGet } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { t } from '../../../texts';
import { FromExport } from '../FromExport';
import { SortableTable } from '../SortableTable';
import { profileColumns } from './columns';
import { ProfileCard } from './ProfileCard';

const text = t.library.profiles;

/** Each quality profile and the files under it. */
export function Profiles({ instance }: { instance: string }) {
  const profiles = useGet('/api/library/{instance}/profiles', { params: { path: { instance } } });
  return (
    <FromExport instance={instance} query={profiles}>
      {data => data.profiles.length === 0 ? <Empty>{text.none}</Empty> : (
        <>
          <Card title={text.table}>
            <SortableTable label={text.table} rows={data.profiles} columns={profileColumns} first={{ key: 'files', isDescending: true }} rowKey={row => row.id} />
          </Card>
          <div class="columns">
            {data.profiles.filter(profile => profile.files > 0).map(profile => <ProfileCard key={profile.id} profile={profile} />)}
          </div>
        </>
      )}
    </FromExport>
  );
}
