import { Figure } from '../../../parts/Figure';
import { t } from '../../../texts';
import type { Snapshot } from '../types';
import { figureRows } from './figureRows';

/** What the library was at the end of an export. */
export function ExportFigures({ figures }: { figures: Snapshot }) {
  return <dl class="figures">{figureRows.map(row => <Figure key={row.key} name={t.library.compare.rows[row.key]} value={row.say(row.of(figures))} />)}</dl>;
}
