import { formatNumber } from '../../../format/numbers';
import type { Band } from '../../../parts/Histogram';
import { t } from '../../../texts';
import type { ScoreBand } from '../types';

/** Bands as bars; three or more empty ones in a row become one line, so that what is far away does not stretch the picture. */
export function scoreBands(bands: readonly ScoreBand[]): readonly Band[] {
  const shown: Band[] = [];
  for (let at = 0; at < bands.length; at++) {
    const run = emptyFrom(bands, at);
    const band = bands[at];
    const last = bands[at + run - 1];
    if (run >= 3 && band !== undefined && last !== undefined) {
      shown.push({ label: label(band.from, last.to), count: 0, tone: 'muted' });
      at += run - 1;
    } else if (band !== undefined) {
      shown.push({ label: label(band.from, band.to), count: band.files, tone: band.to <= 0 ? 'bad' : 'accent' });
    }
  }

  return shown;
}

const label = (from: number, to: number) => t.library.overview.band(formatNumber(from), formatNumber(to));

function emptyFrom(bands: readonly ScoreBand[], at: number): number {
  const end = bands.findIndex((band, index) => index >= at && band.files > 0);
  return (end < 0 ? bands.length : end) - at;
}

/** The largest parts of a whole, the others together at the end. */
export function sharesOf(counts: Readonly<Record<string, number>>, most = 8): readonly Band[] {
  const all = Object.entries(counts).filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a);
  const rest = all.slice(most).reduce((sum, [, count]) => sum + count, 0);
  const shown: Band[] = all.slice(0, most).map(([name, count]) => name === 'unknown' ? { label: t.library.unknown, count, tone: 'muted' } : { label: name, count });
  return rest === 0 ? shown : [...shown, { label: t.library.overview.others, count: rest, tone: 'muted' }];
}
