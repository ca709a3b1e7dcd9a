import { useMemo } from 'preact/hooks';
import { Card } from '../../../parts/Card';
import { Histogram } from '../../../parts/Histogram';
import { t } from '../../../texts';
import type { Summary } from '../types';
import { scoreBands } from './bands';

const text = t.library.overview;

export function ScoresCard({ figures }: { figures: Summary['figures'] }) {
  const bands = useMemo(() => scoreBands(figures.histogram), [figures.histogram]);
  return (
    <Card title={text.distribution}>
      <p class="muted">{text.distributionNote}</p>
      <Histogram label={text.distribution} unit={text.filesName} bands={bands} />
    </Card>
  );
}
