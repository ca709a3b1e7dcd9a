import { serviceNow } from '../../../format/clock';
import { t } from '../../../texts';
import { standOf, type Backup } from './backups';

/** A warning where nobody could go back to what was; nothing where all is well. */
export function BackupStrip({ backups }: { backups: readonly Backup[] }) {
  const texts = t.system.backups;
  const stand = standOf(backups, serviceNow());
  if (stand.kind === 'well') {
    return null;
  }

  const [title, body] = stand.kind === 'none' ? [texts.none, texts.noneLong]
    : stand.kind === 'stale' ? [texts.stale(stand.days), texts.staleLong]
    : [texts.allTroubled, texts.noneLong];
  return <p class="note warn"><strong>{title}</strong> {body}</p>;
}
