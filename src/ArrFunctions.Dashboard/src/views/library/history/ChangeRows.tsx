import { useMemo } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import { historyOf, itemName } from '../place';
import { changeTone } from '../tones';
import type { Change } from '../types';
import { ScoreStep, SizeStep } from './Steps';

/** A page of changes; it is only drawn anew when it is another. */
export function ChangeRows({ instance, changes }: { instance: string; changes: readonly Change[] }) {
  return useMemo(() => <>{changes.map(change => <ChangeRow key={`${change.time} ${itemName(change.item)} ${change.kind}`} instance={instance} change={change} />)}</>, [instance, changes]);
}

function ChangeRow({ instance, change }: { instance: string; change: Change }) {
  const { qualityBefore, qualityAfter } = change;
  const quality = qualityBefore !== undefined && qualityAfter !== undefined && qualityBefore !== qualityAfter
    ? t.library.history.becomes(qualityBefore, qualityAfter)
    : qualityAfter ?? qualityBefore;
  return (
    <li class="change">
      <Badge tone={changeTone(change)} title={t.library.kindHints[change.kind]}>{t.library.kinds[change.kind]}</Badge>
      <Link class="title" href={historyOf(instance, change.item)}><bdi>{change.title}</bdi></Link>
      <span class="score"><ScoreStep before={change.before} after={change.after} /></span>
      <span class="muted quality"><bdi>{quality}</bdi> <SizeStep change={change.sizeChange} /></span>
      <span class="muted when"><Ago time={change.time} /></span>
    </li>
  );
}
