import { formatBytes, formatNumber, formatShare } from '../../../format/numbers';
import { Figure } from '../../../parts/Figure';
import { t } from '../../../texts';
import type { Summary } from '../types';

const text = t.library.overview;

export function FiguresList({ summary: { service, figures } }: { summary: Summary }) {
  const { files, bytes, scores } = figures;
  const share = (count: number) => files === 0 ? undefined : text.ofFiles(formatShare(count / files));
  return (
    <dl class="figures six">
      <Figure name={text.filesName} value={formatNumber(files)} note={service === 'sonarr' ? text.episodes(formatNumber(figures.episodes)) : text.ofTitles(formatNumber(figures.titles))} />
      <Figure name={text.size} value={formatBytes(bytes)} note={files === 0 ? undefined : text.perFile(formatBytes(bytes / files))} />
      <Figure name={text.median} value={scores === undefined ? '–' : formatNumber(scores.median)} note={scores === undefined ? undefined : text.between(formatNumber(scores.lower), formatNumber(scores.upper))} />
      <Figure name={text.atCutoff} value={formatNumber(figures.atCutoff)} note={share(figures.atCutoff)} />
      <Figure name={text.belowMinimum} value={formatNumber(figures.belowMinimum)} note={share(figures.belowMinimum)} tone={figures.belowMinimum > 0 ? 'bad' : ''} />
      <Figure name={text.negative} value={formatNumber(figures.negative)} note={share(figures.negative)} tone={figures.negative > 0 ? 'bad' : ''} />
    </dl>
  );
}
