import { Card } from '../../../parts/Card';
import { Histogram } from '../../../parts/Histogram';
import { t } from '../../../texts';
import type { Summary } from '../types';
import { sharesOf } from './bands';

const text = t.library.overview;

export function SharesCard({ figures }: { figures: Summary['figures'] }) {
  const kinds = [
    { title: text.quality, counts: figures.qualities },
    { title: text.resolution, counts: figures.resolutions },
    { title: text.codec, counts: figures.videoCodecs },
    { title: text.range, counts: figures.dynamicRanges },
  ];
  return (
    <Card title={text.shares}>
      {kinds.map(({ title, counts }) => (
        <div key={title} class="shares">
          <h3>{title}</h3>
          <Histogram label={title} unit={text.filesName} bands={sharesOf(counts)} />
        </div>
      ))}
    </Card>
  );
}
