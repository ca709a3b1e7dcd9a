import { Archive } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { answer, client } from '../../../api/client';
import { useAction } from '../../../api/hooks';
import { formatBytes } from '../../../format/numbers';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { ErrorNote } from '../../../parts/ErrorNote';
import { toast } from '../../../parts/Toasts';
import { t } from '../../../texts';
import { BackupRow } from './BackupRow';
import { BackupStrip } from './BackupStrip';
import { BackupTimer } from './BackupTimer';
import { newestOf, type Backups } from './backups';

const most = 10;

/** What could be gone back to, and a button for one more. */
export function BackupsCard({ list: { backups, keep, place } }: { list: Backups }) {
  const texts = t.system.backups;
  const [showsAll, setShowsAll] = useState(false);
  const make = useAction<undefined, Backups['backups'][number]>(() => answer(client.POST('/api/maintenance/backup')), ['/api/maintenance', '/api/events', '/health']);
  const start = () => make.mutate(undefined, { onSuccess: made => toast(texts.made(made.name, formatBytes(made.bytes)), 'good') });
  const shown = showsAll || backups.length <= most + 1 ? backups : backups.slice(0, most);
  const only = backups.length > 1 ? undefined : newestOf(backups);
  return (
    <Card title={texts.title} aside={<Button isPrimary isBusy={make.isPending} onClick={start}><Archive size={16} aria-hidden="true" />{texts.make}</Button>}>
      <BackupStrip backups={backups} />
      {make.isPending ? <p class="note" role="status">{texts.making}</p> : null}
      {make.error === null ? null : <ErrorNote problem={make.error} />}
      <p class="muted">{texts.what}</p>
      <BackupTimer keep={keep} place={place} />
      {backups.length === 0 ? null : (
        <table class="stacked backups">
          <caption class="hidden">{texts.title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.columns.time}</th>
              <th scope="col">{texts.columns.reason}</th>
              <th scope="col" class="number">{texts.columns.size}</th>
              <th scope="col">{texts.columns.holds}</th>
              <th scope="col">{texts.columns.version}</th>
              <th scope="col"><span class="hidden">{texts.columns.act}</span></th>
            </tr>
          </thead>
          <tbody>{shown.map(backup => <BackupRow key={backup.name} backup={backup} isLast={backup === only} />)}</tbody>
        </table>
      )}
      {shown.length === backups.length ? null : <p class="all"><Button onClick={() => setShowsAll(true)}>{texts.all(backups.length)}</Button></p>}
    </Card>
  );
}
