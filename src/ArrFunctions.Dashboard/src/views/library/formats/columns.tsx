import { formatBytes, formatNumber, formatShare, formatSigned } from '../../../format/numbers';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import type { Column } from '../SortableTable';
import { impactTone } from '../tones';
import type { Format } from '../types';

const text = t.library.formats;
const impacts: readonly Format['impact'][] = ['unused', 'negative', 'none', 'low', 'medium', 'high'];

export const formatColumns: readonly Column<Format>[] = [
  { key: 'name', title: text.name, value: row => row.name, show: row => <bdi>{row.name}</bdi> },
  { key: 'points', title: text.points, value: row => row.score ?? row.maxScore, show: row => <span class="points-range">{points(row)}</span>, isNumber: true },
  { key: 'files', title: text.files, value: row => row.files, show: row => <>{formatNumber(row.files)} <small class="muted">{formatShare(row.share)}</small></>, isNumber: true },
  { key: 'effect', title: text.effect, value: row => row.effect, show: row => row.effect === undefined ? '–' : formatSigned(Math.round(row.effect)), isNumber: true },
  { key: 'sizeCost', title: text.sizeCost, hint: text.sizeCostHint, value: row => row.sizeCost, show: row => row.sizeCost === undefined ? '–' : `${formatSigned(Math.round(row.sizeCost * 100))} %`, isNumber: true },
  { key: 'bytes', title: text.size, value: row => row.bytes, show: row => formatBytes(row.bytes), isNumber: true },
  { key: 'impact', title: text.impact, value: row => impacts.indexOf(row.impact), show: row => <Badge tone={impactTone[row.impact]}>{text.impacts[row.impact]}</Badge> },
  { key: 'advice', isProse: true, title: text.advice, value: row => row.advice, show: row => <bdi>{row.advice ?? '–'}</bdi> },
];

/** Profiles may differ. */
const points = (row: Format) => row.minScore === row.maxScore ? formatSigned(row.minScore) : text.range(formatSigned(row.minScore), formatSigned(row.maxScore));
