import { formatNumber } from '../../../format/numbers';
import { t } from '../../../texts';
import { address } from '../place';
import type { Summary } from '../types';
import { PriorityLinks } from './PriorityLinks';

const text = t.library.overview;

/** How many files are worth an upgrade, by priority, in one line. */
export function CandidatesStrip({ summary: { instance, candidates, blockedCandidates } }: { summary: Summary }) {
  const total = Object.values(candidates).reduce((sum, count) => sum + count, 0);
  return (
    <section class="card strip" aria-label={text.candidates}>
      <h2><a href={address([instance, 'candidates'])}>{text.candidatesOf(total)}</a></h2>
      <PriorityLinks instance={instance} counts={candidates} />
      {blockedCandidates === 0 ? null : <a href={address([instance, 'candidates'], { blocked: 'true' })}>{text.blocked(formatNumber(blockedCandidates))}</a>}
    </section>
  );
}
