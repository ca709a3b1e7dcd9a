import { formatBytes, formatNumber } from '../../../format/numbers';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import type { Column } from '../SortableTable';
import { ratingTone } from '../tones';
import type { Profile } from '../types';

const text = t.library.profiles;
const ratings: readonly Profile['rating'][] = ['unused', 'poor', 'fair', 'good', 'excellent'];

export const profileColumns: readonly Column<Profile>[] = [
  { key: 'name', title: text.name, value: row => row.name, show: row => <bdi>{row.name}</bdi> },
  { key: 'rating', title: text.rating, value: row => ratings.indexOf(row.rating), show: row => <Badge tone={ratingTone[row.rating]}>{text.ratings[row.rating]}</Badge> },
  { key: 'files', title: text.files, value: row => row.files, show: row => formatNumber(row.files), isNumber: true },
  { key: 'bytes', title: text.size, value: row => row.bytes, show: row => formatBytes(row.bytes), isNumber: true },
  { key: 'median', title: text.median, value: row => row.scores?.median, show: row => row.scores === undefined ? '–' : formatNumber(row.scores.median), isNumber: true },
  { key: 'cutoff', title: text.cutoff, value: row => row.cutoffScore, show: row => formatNumber(row.cutoffScore), isNumber: true },
  { key: 'minimum', title: text.minimum, value: row => row.minScore, show: row => formatNumber(row.minScore), isNumber: true },
  { key: 'atCutoff', title: text.atCutoff, value: row => row.atCutoff, show: row => formatNumber(row.atCutoff), isNumber: true },
  { key: 'belowMinimum', title: text.belowMinimum, value: row => row.belowMinimum, show: row => formatNumber(row.belowMinimum), isNumber: true },
  { key: 'upgrades', title: text.upgrades, value: row => row.isUpgradeAllowed, show: row => row.isUpgradeAllowed ? text.yes : text.no },
];
