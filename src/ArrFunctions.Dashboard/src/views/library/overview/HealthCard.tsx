import { formatNumber, formatShare } from '../../../format/numbers';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { t } from '../../../texts';
import { gradeTone } from '../tones';
import type { Summary } from '../types';

const text = t.library.overview;

/** The score with its grade, and each part that it is made of. */
export function HealthCard({ health: { score, grade = '', parts } }: { health: Summary['health'] }) {
  if (score === undefined) {
    return <Card title={text.health}><Empty>{text.noHealth}</Empty></Card>;
  }

  const tone = gradeTone(grade);
  return (
    <Card title={text.health}>
      <div class="health-head">
        <span class={`grade ${tone}`} aria-hidden="true">{grade}</span>
        <div>
          <p class="health-score"><strong>{formatNumber(score)}</strong><span class="hidden">{text.healthOf(formatNumber(score), grade)}</span></p>
          <p class="muted">{text.healthIs}</p>
        </div>
      </div>
      <ul class="health-parts">
        {parts.map(part => (
          <li key={part.name}>
            <span class="name">{part.name}</span>
            <span class="share">{formatShare(part.share)}</span>
            <span class="track" aria-hidden="true"><i style={{ inlineSize: `${part.share * 100}%` }} /></span>
            <span class="muted points">{text.points(formatNumber(part.points), formatNumber(part.weight))} {text.pointsOf}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
