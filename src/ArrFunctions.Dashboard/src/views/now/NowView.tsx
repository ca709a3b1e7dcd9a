import { ErrorNote } from '../../parts/ErrorNote';
import { DryRunNote } from './DryRunNote';
import { Headline } from './Headline';
import { Lanes } from './Lanes';
import { LatestEvents } from './LatestEvents';
import { Notices } from './notices/Notices';
import { noticesOf } from './notices/notices';
import { Running } from './running/Running';
import { standingOf } from './standing';
import { Today } from './Today';
import { useSituation } from './useSituation';
import './now.css';

/** The first page: whether all is well, what to do where it is not, and what goes on. */
export function NowView() {
  const situation = useSituation();
  const notices = situation.isSettled ? noticesOf(situation, Date.now()) : [];
  const standing = standingOf(situation, notices);
  return (
    <section class="page">
      <Headline situation={situation} notices={notices} standing={standing} />
      {situation.problem === null ? null : <ErrorNote problem={situation.problem} />}
      {situation.setup?.dryRun === true && standing !== 'fresh' ? <DryRunNote /> : null}
      {notices.length === 0 ? null : <Notices notices={notices} />}
      <Today stats={situation.stats} isDryRun={situation.setup?.dryRun ?? false} />
      <div class="columns">
        <div class="stack">
          <Running situation={situation} />
          <Lanes situation={situation} />
        </div>
        <LatestEvents />
      </div>
    </section>
  );
}
