import { Ban } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { formatBytes, formatNumber, formatSigned } from '../../../format/numbers';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import { historyOf } from '../place';
import { priorityTone } from '../tones';
import type { Candidate } from '../types';

const text = t.library.candidates;

/** What it is, what it could gain, why, and what stands in its way. */
export function CandidateRow({ instance, candidate }: { instance: string; candidate: Candidate }) {
  const { name, rank, priority, score, gain, quality, profile, size, reason, recommendation, blocks } = candidate;
  return (
    <li class="candidate" value={rank}>
      <span class="rank muted" aria-hidden="true">{formatNumber(rank)}</span>
      <div class="head">
        <strong><bdi>{name}</bdi></strong>
        <Badge tone={priorityTone[priority]}>{t.library.priorities[priority]}</Badge>
        <span class="muted facts"><bdi>{quality}</bdi> · {formatBytes(size)} · <bdi>{profile}</bdi></span>
        <Link class="history" href={historyOf(instance, candidate.item)} aria-label={text.historyOf(name)}>{text.history}</Link>
      </div>
      <dl class="points">
        <div><dt>{text.score}</dt><dd class={score < 0 ? 'down' : ''}>{formatNumber(score)}</dd></div>
        <div><dt>{text.gain}</dt><dd class={gain > 0 ? 'up' : 'muted'}>{formatSigned(gain)}</dd></div>
      </dl>
      <div class="words">
        <p><bdi>{reason}</bdi></p>
        {recommendation === '' ? null : <p class="muted"><bdi>{recommendation}</bdi></p>}
        {blocks.length === 0 ? null : <p class="blocks"><Ban size={15} aria-hidden="true" /><span>{text.cannot}: {blocks.map(block => text.blocks[block]).join(' ')}</span></p>}
      </div>
    </li>
  );
}
