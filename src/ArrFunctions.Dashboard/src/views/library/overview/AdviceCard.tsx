import { CircleCheck, Lightbulb, TriangleAlert } from 'lucide-preact';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import type { Summary } from '../types';

const text = t.library.overview;

/** What the service says of the library, in its words. */
export function AdviceCard({ health }: { health: Summary['health'] }) {
  const groups = [
    { title: text.warnings, icon: TriangleAlert, tone: 'warn', said: health.warnings },
    { title: text.recommendations, icon: Lightbulb, tone: 'accent', said: health.recommendations },
    { title: text.achievements, icon: CircleCheck, tone: 'good', said: health.achievements },
  ].filter(group => group.said.length > 0);
  return (
    <Card title={text.advice}>
      {groups.length === 0 ? <p class="muted">{t.library.nothing}</p> : groups.map(({ title, icon: Icon, tone, said }) => (
        <div key={title} class={`said ${tone}`}>
          <h3><Icon size={16} aria-hidden="true" />{title}</h3>
          <ul>{said.map(sentence => <li key={sentence}><bdi>{sentence}</bdi></li>)}</ul>
        </div>
      ))}
    </Card>
  );
}
