import { formatBytes, formatNumber, formatShare } from '../../../format/numbers';
import { t } from '../../../texts';
import type { Column } from '../SortableTable';
import type { Summary } from '../types';

const text = t.library.overview;
export type Part = Summary['breakdown']['genres'][number];
export type Series = Summary['breakdown']['series'][number];

const score = (median: number | undefined) => median === undefined ? '–' : formatNumber(median);
const share = (value: number | undefined) => value === undefined ? '–' : formatShare(value);

const common: readonly Column<Part | Series>[] = [
  { key: 'files', title: text.filesName, value: row => row.files, show: row => formatNumber(row.files), isNumber: true },
  { key: 'bytes', title: text.bytes, value: row => row.bytes, show: row => formatBytes(row.bytes), isNumber: true },
  { key: 'median', title: text.medianShort, value: row => row.median, show: row => score(row.median), isNumber: true },
  { key: 'candidates', title: text.candidatesShort, value: row => row.candidates, show: row => formatNumber(row.candidates), isNumber: true },
];

export const partColumns: readonly Column<Part>[] = [
  { key: 'name', title: text.name, value: row => row.name, show: row => <bdi>{row.name}</bdi> },
  { key: 'titles', title: text.titles, value: row => row.titles, show: row => formatNumber(row.titles), isNumber: true },
  ...common,
  { key: 'atCutoff', title: text.cutoffShort, value: row => row.atCutoff, show: row => formatNumber(row.atCutoff), isNumber: true },
];

export const seriesColumns: readonly Column<Series>[] = [
  { key: 'name', title: text.name, value: row => row.title, show: row => <bdi>{row.title}</bdi> },
  { key: 'seasons', title: text.seasons, value: row => row.seasons, show: row => formatNumber(row.seasons), isNumber: true },
  ...common,
  { key: 'completion', title: text.completion, hint: text.completionHint, value: row => row.completion, show: row => share(row.completion), isNumber: true },
  { key: 'consistency', title: text.consistency, hint: text.consistencyHint, value: row => row.consistency, show: row => share(row.consistency), isNumber: true },
  { key: 'uneven', title: text.uneven, hint: text.unevenHint, value: row => row.uneven.length, show: row => row.uneven.length === 0 ? '–' : row.uneven.join(', '), isNumber: true },
];
