import { Badge } from '../../../parts/Badge';
import { Loaded } from '../../../parts/Loaded';
import { BackLink, PageHead } from '../../../parts/PageHead';
import { useTop } from '../../../shell/keptScroll';
import { t } from '../../../texts';
import { jobLook } from '../look';
import { titleOf, type Job } from '../model';
import { useJob } from '../useWatched';
import { JobActions } from './JobActions';
import { JobCourse } from './JobCourse';
import { JobFile } from './JobFile';
import { JobStory } from './JobStory';
import { JobTracks } from './JobTracks';
import { JobTold } from './JobTold';
import { JobWhy } from './JobWhy';

/** All that is known of one job. */
export function JobPage({ id }: { id: string }) {
  const job = useJob(id);
  useTop();
  return (
    <section class="page">
      <BackLinks job={job.data} />
      <Loaded query={job} lines={8}>{found => <Shown job={found} />}</Loaded>
    </section>
  );
}

function BackLinks({ job }: { job: Job | undefined }) {
  return (
    <nav class="actions" aria-label={t.parts.back}>
      <BackLink href="/audio">{t.audio.job.back}</BackLink>
      {job?.batch === undefined ? null : <BackLink href={`/audio/batches/${job.batch.id}`}>{t.audio.job.backToBatch}</BackLink>}
    </nav>
  );
}

function Shown({ job }: { job: Job }) {
  const look = jobLook(job);
  return (
    <>
      <PageHead title={<bdi>{titleOf(job)}</bdi>} badges={<Badge tone={look.tone}>{look.word}</Badge>} actions={<JobActions job={job} />} />
      <JobStory job={job} />
      {job.kind === 'audio' ? <><JobTracks job={job} /><JobWhy key={String(job.isUndone)} job={job} /></> : null}
      <JobTold job={job} />
      <div class="columns">
        <JobFile job={job} />
        <JobCourse job={job} />
      </div>
    </>
  );
}
