import { Link } from 'wouter-preact';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import { ScoreStep, SizeStep } from '../history/Steps';
import { historyOf, itemName } from '../place';
import type { Diff } from '../types';

interface Props {
  title: string;
  instance: string;
  diffs: readonly Diff[];
  total: number;
}

/** The titles that differ most between two exports. */
export function DiffCard({ title, instance, diffs, total }: Props) {
  return (
    <Card title={title} aside={diffs.length < total ? <span class="muted">{t.library.compare.upTo(diffs.length, total)}</span> : undefined}>
      <ul class="rows">
        {diffs.map(diff => (
          <li key={itemName(diff.item)} class="diff">
            <Link class="title" href={historyOf(instance, diff.item)}><bdi>{diff.title}</bdi></Link>
            <span class="score"><ScoreStep before={diff.before} after={diff.after} /></span>
            <span class="muted quality"><bdi>{[diff.qualityBefore, diff.qualityAfter].filter((quality, at, both) => quality !== undefined && both.indexOf(quality) === at).join(' → ')}</bdi> <SizeStep change={diff.sizeChange} /></span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
