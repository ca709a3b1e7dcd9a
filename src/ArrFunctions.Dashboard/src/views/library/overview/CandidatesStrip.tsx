import { Link } from 'wouter-preact';
import { formatNumber } from '../../../format/numbers';
import { addressOf } from '../../../shell/address';
import { t } from '../../../texts';
import { libraryPath } from '../place';
import type { Summary } from '../types';
import { PriorityLinks } from './PriorityLinks';

const text = t.library.overview;

/** How many files are worth an upgrade, by priority, in one line. */
export function CandidatesStrip({ summary: { instance, candidates, blockedCandidates } }: { summary: Summary }) {
  const total = Object.values(candidates).reduce((sum, count) => sum + count, 0);
  return (
    <section class="card strip" aria-label={text.candidates}>
      <h2><Link href={libraryPath(instance, 'candidates')}>{text.candidatesOf(total)}</Link></h2>
      <PriorityLinks instance={instance} counts={candidates} />
      {blockedCandidates === 0 ? null : <Link href={addressOf(libraryPath(instance, 'candidates'), { blocked: 'true' })}>{text.blocked(formatNumber(blockedCandidates))}</Link>}
    </section>
  );
}
