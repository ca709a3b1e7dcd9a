import { formatNumber } from '../../../format/numbers';
import { t } from '../../../texts';
import type { CountRow } from './stats';

/** Counts of today beside those of all time. */
export function CountTable({ label, rows }: { label: string; rows: readonly CountRow[] }) {
  return (
    <table class="counts">
      <caption class="hidden">{label}</caption>
      <thead><tr><td /><th scope="col" class="number">{t.system.figures.today}</th><th scope="col" class="number">{t.system.figures.lifetime}</th></tr></thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td class={`number ${row.tone ?? ''}`}>{formatNumber(row.today)}</td>
            <td class="number">{formatNumber(row.lifetime)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
