import { formatDateTime } from '../../../format/time';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import type { Snapshot } from '../types';
import { figureRows, stepOf } from './figureRows';

const text = t.library.compare;

/** Figures side by side, with what lies between them. */
export function CompareFigures({ from, to }: { from: Snapshot; to: Snapshot }) {
  return (
    <Card title={text.figures}>
      <div class="scroll" tabIndex={0} role="region" aria-label={t.library.tableOf(text.figures)}>
        <table class="stacked sortable compare">
          <thead>
            <tr>
              <th scope="col">{text.figure}</th>
              <th scope="col" class="number">{text.before}<small>{formatDateTime(from.time)}</small></th>
              <th scope="col" class="number">{text.after}<small>{formatDateTime(to.time)}</small></th>
              <th scope="col" class="number">{text.difference}</th>
            </tr>
          </thead>
          <tbody>
            {figureRows.map(row => {
              const step = stepOf(row, from, to);
              return (
                <tr key={row.key}>
                  <th scope="row">{text.rows[row.key]}</th>
                  <td class="number" data-label={text.before}>{row.say(row.of(from))}</td>
                  <td class="number" data-label={text.after}>{row.say(row.of(to))}</td>
                  <td class="number" data-label={text.difference}><span class={step.look}>{step.said}</span></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
