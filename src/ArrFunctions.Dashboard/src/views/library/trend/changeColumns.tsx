import { formatNumber, formatSigned } from '../../../format/numbers';
import { t } from '../../../texts';
import type { Column } from '../SortableTable';
import { downOf, upOf, type Period } from './periods';

const text = t.library.trend;
const kinds = ['added', 'upgraded', 'downgraded', 'replaced', 'rescoredUp', 'rescoredDown', 'removed'] as const;
const count = (value: number) => value === 0 ? <span class="muted">{t.library.zero}</span> : formatNumber(value);

/** @param most The largest number of files on either side of a bar. */
export const changeColumns = (most: number): readonly Column<Period>[] => [
  { key: 'from', title: t.library.history.when, value: row => row.from, show: row => <span class="period">{row.name}{row.note === undefined ? null : <small class="muted">{row.note}</small>}</span> },
  { key: 'upAndDown', title: text.upAndDown, value: row => upOf(row) - downOf(row), show: row => <UpAndDown up={upOf(row)} down={downOf(row)} most={most} /> },
  ...kinds.map((kind): Column<Period> => ({ key: kind, title: t.library.kinds[kind], value: row => row[kind], show: row => count(row[kind]), isNumber: true })),
  { key: 'points', title: text.points, value: row => row.points, show: row => formatSigned(row.points), isNumber: true },
  { key: 'rescoredPoints', title: text.rescoredPoints, value: row => row.rescoredPoints, show: row => formatSigned(row.rescoredPoints), isNumber: true },
];

/** Better to the right, worse to the left. Drawn by roots, so that one large day leaves the others seen. */
function UpAndDown({ up, down, most }: { up: number; down: number; most: number }) {
  return (
    <span class="up-and-down" role="img" aria-label={text.barLabel(up, down)}>
      <span><i class="worse" style={{ inlineSize: width(down, most) }} /></span>
      <span><i class="better" style={{ inlineSize: width(up, most) }} /></span>
    </span>
  );
}

const width = (files: number, most: number) => files === 0 ? '0' : `max(3px, ${Math.sqrt(files / most) * 100}%)`;
