import { Link } from 'wouter-preact';
import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { fileOf } from '../../../format/paths';
import { t } from '../../../texts';
import { jobLook } from '../look';
import { titleOf, type Job } from '../model';
import { defaultChange } from '../tracks';
import { DefaultTracks } from '../tracks/DefaultTracks';

/** One job: what it is about, what happened, the default track before and after, where it comes from and when. */
export function JobRow({ job }: { job: Job }) {
  const look = jobLook(job);
  const change = defaultChange(job);
  const file = fileOf(job.path);
  return (
    <li class="job">
      <div class="job-name">
        <Link href={`/audio/jobs/${job.id}`} title={job.path}><bdi>{titleOf(job)}</bdi></Link>
        {job.title === undefined ? null : <small class="muted cut"><bdi>{file}</bdi></small>}
      </div>
      <div class="job-what">
        <Badge tone={look.tone}>{look.word}</Badge>
        <span class="job-reason" title={job.reason}>{job.progress === undefined ? job.reason : t.audio.list.percent(job.progress.percent)}</span>
      </div>
      <div class="job-tracks">{change === null ? null : <DefaultTracks change={change} />}</div>
      <div class="job-meta muted">
        <span>{origin(job)}</span>
        <Ago time={job.updated} />
      </div>
    </li>
  );
}

const origin = (job: Job) => [job.instance, job.batch === undefined ? t.audio.source[job.source] : t.audio.list.ofBatch, job.isDryRun ? t.audio.list.dryRun : undefined]
  .filter(word => word !== undefined).join(' · ');
