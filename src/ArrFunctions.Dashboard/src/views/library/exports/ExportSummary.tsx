import { batchTone } from '../../../format/batchTone';
import { answer, client } from '../../../api/client';
import { serviceNow } from '../../../format/clock';
import { formatNumber } from '../../../format/numbers';
import { formatDateTime, formatDuration } from '../../../format/time';
import { ActionButton } from '../../../parts/ActionButton';
import { Badge } from '../../../parts/Badge';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import type { Export } from '../types';
import { ExportProgress } from './ExportProgress';
import { isAtWork, secondsOf } from './state';

const text = t.library.export;

/** How an export went, and what stood in its way. */
export function ExportSummary({ shown }: { shown: Export }) {
  const runs = isAtWork(shown);
  const number = (value: number | undefined) => value === undefined ? undefined : formatNumber(value);
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [text.started, formatDateTime(shown.started)], [text.took, runs ? undefined : formatDuration(secondsOf(shown, serviceNow()))], [text.by, shown.actor],
    [text.scopeName, shown.scope === undefined ? undefined : text.scope[shown.scope]], [text.why, shown.why],
    [text.titles, number(shown.titles)], [text.due, number(shown.due)], [text.rescored, shown.rescored === 0 ? undefined : number(shown.rescored)],
  ];
  const aside = <>{runs ? <Cancel id={shown.exportId} /> : null}<Badge tone={batchTone[shown.status]}>{text.status[shown.status]}</Badge></>;
  return (
    <Card title={text.title(shown.instance)} aside={aside}>
      {runs ? <ExportProgress shown={shown} /> : null}
      {shown.trouble === undefined ? null : <p class="note bad"><bdi>{shown.trouble}</bdi></p>}
      {shown.missing === undefined || shown.missing === 0 ? null : <p class="note warn">{text.missingNote(shown.missing)}</p>}
      {shown.result === undefined ? null : <p><bdi>{shown.result}</bdi></p>}
      <dl class="pairs">{pairs.map(([name, value]) => value === undefined ? null : <><dt key={name}>{name}</dt><dd><bdi>{value}</bdi></dd></>)}</dl>
    </Card>
  );
}

/** An export is a batch, and is cancelled as one. */
function Cancel({ id }: { id: string }) {
  return (
    <ActionButton isDanger act={() => answer(client.DELETE('/api/batch/{id}', { params: { path: { id } } }))} changes={['/api/library/exports', '/api/batch']}
      done={() => text.cancelled} confirm={{ title: text.cancelSure, body: <p>{text.cancelBody}</p>, button: text.cancel }}>
      {text.cancel}
    </ActionButton>
  );
}
