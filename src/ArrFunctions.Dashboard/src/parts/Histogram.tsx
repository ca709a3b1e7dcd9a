import { formatNumber } from '../format/numbers';
import { t } from '../texts';

export interface Band {
  label: string;
  count: number;
  tone?: 'accent' | 'bad' | 'good' | 'muted';
}

/** How many there are of each; a table whose last column is drawn. */
export function Histogram({ label, unit, bands }: { label: string; unit: string; bands: readonly Band[] }) {
  const most = Math.max(1, ...bands.map(band => band.count));
  return (
    <table class="histogram">
      <caption class="hidden">{label}</caption>
      <thead class="hidden"><tr><th scope="col">{t.parts.band}</th><th scope="col">{unit}</th></tr></thead>
      <tbody>
        {bands.map(band => (
          <tr key={band.label}>
            <th scope="row">{band.label}</th>
            <td>
              {band.count === 0 ? null : <span class={`bar ${band.tone ?? 'accent'}`} style={{ inlineSize: `${band.count / most * 100}%` }} aria-hidden="true" />}
              <span class="count">{formatNumber(band.count)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
