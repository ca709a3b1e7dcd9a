import { ArrowLeft } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { Badge } from '../../../parts/Badge';
import { Loaded } from '../../../parts/Loaded';
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
    <p class="back">
      <Link href="/audio"><ArrowLeft size={16} aria-hidden="true" />{t.audio.job.back}</Link>
      {job?.batch === undefined ? null : <Link href={`/audio/batches/${job.batch.id}`}>{t.audio.job.backToBatch}</Link>}
    </p>
  );
}

function Shown({ job }: { job: Job }) {
  const look = jobLook(job);
  return (
    <>
      <header class="page-head">
        <h1><bdi>{titleOf(job)}</bdi></h1>
        <Badge tone={look.tone}>{look.word}</Badge>
        <JobActions job={job} />
      </header>
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
