import { formatNumber } from '../../../format/numbers';
import { Figure } from '../../../parts/Figure';
import { t } from '../../../texts';
import type { Comparison } from '../types';
import { kindName } from './ExportRow';
import { changesOf } from './state';

const text = t.library.compare;

/** Changes by kind, and how many titles gained and lost. */
export function KindFigures({ comparison: { changes, gained, lost } }: { comparison: Comparison }) {
  const kinds = changesOf(changes);
  return kinds.length + gained + lost === 0 ? null : (
    <dl class="figures">
      <Figure name={text.gained} value={formatNumber(gained)} tone={gained > 0 ? 'good' : ''} />
      <Figure name={text.lost} value={formatNumber(lost)} tone={lost > 0 ? 'bad' : ''} />
      {kinds.map(([kind, count]) => <Figure key={kind} name={kindName(kind)} value={formatNumber(count)} />)}
    </dl>
  );
}
