import { serviceNow } from '../../../format/clock';
import { formatDate } from '../../../format/time';
import { ActionButton } from '../../../parts/ActionButton';
import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { Button } from '../../../parts/Button';
import { useSession } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { deleteKey } from './calls';
import { hasExpired, type Key } from './keys';

/** One key; `successor` is there while its old text works on. */
export function KeyRow({ known, successor, onRotate }: { known: Key; successor: Key | undefined; onRotate: () => void }) {
  const texts = t.system.keys;
  const isMine = useSession().name === known.name;
  const expired = hasExpired(known, serviceNow());
  const confirm = {
    title: texts.deleteTitle(known.name),
    body: <><p>{texts.deleteBody}</p>{isMine ? <p class="note warn">{texts.deleteMine}</p> : null}</>,
    button: texts.delete,
  };
  return (
    <tr>
      <td>
        <strong><bdi>{known.name}</bdi></strong> {isMine ? <Badge tone="accent">{texts.mine}</Badge> : null}
        {known.replacedBy === undefined ? null : <Badge tone="warn">{successor === undefined ? texts.replaced : texts.replacedBy(successor.name)}</Badge>}
      </td>
      <td data-label={texts.role}>{known.role}{known.instance === undefined ? null : <> <small class="muted">{texts.onlyFor(known.instance)}</small></>}<small class="muted role-said">{texts.roles[known.role]}</small></td>
      <td data-label={texts.created}>{formatDate(known.created)}</td>
      <td data-label={texts.lastUsed}>
        {known.lastUsed === undefined ? texts.never : <><Ago time={known.lastUsed.time} /><small class="muted"> <bdi>{known.lastUsed.client}</bdi></small></>}
      </td>
      <td data-label={texts.expires}>{known.expires === undefined ? '–' : expired ? <Badge tone="bad">{texts.expired}</Badge> : <Ago time={known.expires} />}</td>
      <td>
        <div class="actions">
          <Button onClick={onRotate} disabled={known.replacedBy !== undefined || expired} title={known.replacedBy !== undefined ? texts.replaced : undefined} aria-label={texts.rotateTitle(known.name)}>{texts.rotate}</Button>
          <ActionButton act={() => deleteKey(known.id)} changes={['/api/keys', '/api/events']} needs="admin" confirm={confirm} isDanger label={texts.deleteTitle(known.name)} done={() => texts.deleted(known.name)}>{texts.delete}</ActionButton>
        </div>
      </td>
    </tr>
  );
}
