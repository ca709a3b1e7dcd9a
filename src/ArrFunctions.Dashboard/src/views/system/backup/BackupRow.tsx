import { Download } from 'lucide-preact';
import { answer, client, root } from '../../../api/client';
import { formatBytes } from '../../../format/numbers';
import { formatDateTime } from '../../../format/time';
import { ActionButton } from '../../../parts/ActionButton';
import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import type { Backup } from './backups';

/** `isLast`: without it there would be none that can be restored. */
export function BackupRow({ backup, isLast }: { backup: Backup; isLast: boolean }) {
  const texts = t.system.backups;
  const { name, time, reason, bytes, version, format, rows, artifacts } = backup;
  const trouble = backup.trouble ?? '';
  const made = texts.reasons[reason];
  const confirm = {
    title: texts.removeTitle,
    body: <><p><bdi>{name}</bdi></p><p>{texts.removeBody}</p>{isLast ? <p class="note warn">{texts.removeLast}</p> : null}</>,
    button: texts.remove,
  };
  return (
    <>
      <tr class={trouble === '' ? '' : 'troubled'}>
        <th scope="row">
          <Ago time={time} />
          <small class="muted">{formatDateTime(time)}</small>
        </th>
        <td data-label={texts.columns.reason}>{made?.word ?? reason}{(made?.kept ?? '') === '' ? null : <small class="muted">{made?.kept}</small>}</td>
        <td class="number" data-label={texts.columns.size}>{formatBytes(bytes)}</td>
        <td data-label={texts.columns.holds}>{texts.rows(rows)}<small class="muted">{texts.artifacts(artifacts)}</small></td>
        <td data-label={texts.columns.version}><bdi>{version}</bdi><small class="muted">{texts.format(format)}</small></td>
        <td>
          <div class="actions">
            <a class="button" href={`${root}/api/maintenance/backups/${encodeURIComponent(name)}`} download={name} aria-label={texts.downloadOf(name)}>
              <Download size={16} aria-hidden="true" />{texts.download}
            </a>
            <ActionButton act={() => answer(client.DELETE('/api/maintenance/backups/{name}', { params: { path: { name } } }))} changes={['/api/maintenance', '/api/events', '/health']}
              needs="admin" confirm={confirm} isDanger label={texts.removeOf(name)} done={() => texts.removed(name)}>
              {texts.remove}
            </ActionButton>
          </div>
        </td>
      </tr>
      {trouble === '' ? null : <tr><td class="trouble" colSpan={6}><Badge tone="bad">{texts.trouble}</Badge> <bdi>{trouble}</bdi></td></tr>}
    </>
  );
}
