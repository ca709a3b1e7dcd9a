import { Link } from 'wouter-preact';
import { Ago } from '../../../parts/Ago';
import { Card } from '../../../parts/Card';
import { fileOf } from '../../../format/paths';
import { t } from '../../../texts';
import { Piece } from '../../../parts/Piece';
import { inPieces } from '../../../api/rows';
import { titleOf, type Job } from '../model';
import { defaultChange } from '../tracks';
import { DefaultTracks } from '../tracks/DefaultTracks';
import type { WaitGroup } from '../waiting';

const pieceSize = 50;

/** The files that wait for one thing: what it is, and when each is looked at next. */
export function WaitCard({ group, hasMore }: { group: WaitGroup; hasMore: boolean }) {
  const { title, text, then } = t.audio.waits[group.reason];
  return (
    <Card title={title} aside={<span class="muted">{hasMore ? t.audio.wait.groupMore(group.jobs.length) : t.audio.wait.group(group.jobs.length)}</span>}>
      <p class="muted">{text} {then}</p>
      {inPieces(group.jobs, pieceSize).map((jobs, piece) => (
        <Piece key={piece} kind="waits" from={piece * pieceSize + 1} count={jobs.length}>{() => jobs.map(job => <WaitRow key={job.id} job={job} />)}</Piece>
      ))}
    </Card>
  );
}

function WaitRow({ job }: { job: Job }) {
  const change = defaultChange(job);
  return (
    <li>
      <div class="job-name">
        <Link href={`/audio/jobs/${job.id}`}><bdi>{titleOf(job)}</bdi></Link>
        <small class="muted cut" title={job.path}><bdi>{job.title === undefined ? job.path : fileOf(job.path)}</bdi></small>
        {job.isDryRun ? <small class="muted">{t.audio.list.dryRun}</small> : null}
      </div>
      <div>{change === null ? null : <DefaultTracks change={change} />}</div>
      {job.wait === undefined ? null : (
        <div class="wait-times">
          <span>{t.audio.wait.next} <Ago time={job.wait.until} /></span>
          <small class="muted">{t.audio.wait.since} <Ago time={job.wait.since} />, {t.audio.wait.looks(job.wait.looks)}</small>
        </div>
      )}
    </li>
  );
}
