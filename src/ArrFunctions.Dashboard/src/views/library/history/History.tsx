import { Link } from 'wouter-preact';
import { useGet, usePages } from '../../../api/hooks';
import { inPieces } from '../../../api/rows';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { MoreRows } from '../../../parts/MoreRows';
import { Piece } from '../../../parts/Piece';
import { useChoices } from '../../../shell/address';
import { t } from '../../../texts';
import { FromExport } from '../FromExport';
import { libraryPath } from '../place';
import { ChangeRow, changeId } from './ChangeRow';

const text = t.library.history;

/** What changed, newest first; `?item=` all that happened to one title. */
export function History({ instance }: { instance: string }) {
  const { query: { item } } = useChoices();
  const pages = usePages('/api/library/{instance}/history', { path: { instance } }, { rowsOf: page => page.changes, idOf: changeId }, { enabled: item === undefined });
  const one = useGet('/api/library/{instance}/history', { params: { path: { instance }, query: { item } } }, { enabled: item !== undefined });
  const { error, isPending } = item === undefined ? pages : one;
  const data = item === undefined ? pages.list : one.data && { rows: one.data.changes };
  return (
    <Card title={item === undefined ? text.title : text.one} aside={item === undefined ? undefined : <Link href={libraryPath(instance, 'history')}>{text.all}</Link>}>
      <FromExport instance={instance} query={{ data, error, isPending }}>
        {({ rows }) => rows.length === 0
          ? <Empty>{item === undefined ? text.none : text.noneOf}</Empty>
          : <>{inPieces(rows, 25).map((changes, piece) => <Piece key={piece} kind="changes" from={piece * 25 + 1} count={changes.length}>{() => changes.map(change => <ChangeRow key={changeId(change)} instance={instance} change={change} />)}</Piece>)}{item === undefined ? <MoreRows pages={pages} /> : null}</>}
      </FromExport>
    </Card>
  );
}
