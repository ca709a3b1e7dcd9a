import { Ago } from '../../../parts/Ago';
import { ProgressBar } from '../../../parts/ProgressBar';
import { t } from '../../../texts';
import type { Job } from '../model';

/** What happened in words, what it means, and what to do. */
export function JobStory({ job }: { job: Job }) {
  const isBad = job.status === 'failed' || job.status === 'poisoned';
  return (
    <div class={`note story ${isBad ? 'bad' : job.status === 'waiting' ? 'warn' : ''}`} role={isBad ? 'alert' : undefined}>
      {job.isUndone ? <p class="lead">{t.audio.job.isUndone}</p> : null}
      <p class={job.isUndone ? '' : 'lead'}><bdi>{job.reason ?? t.audio.status[job.status]}</bdi></p>
      {job.status === 'failed' ? <p>{t.audio.advice.failed}</p> : null}
      {job.status === 'poisoned' ? <p>{t.audio.advice.poisoned}</p> : null}
      {job.status === 'skipped' ? <p>{job.wait?.reason === 'upstream' ? t.audio.advice.upstream : t.audio.advice.skipped}</p> : null}
      {job.status === 'waiting' && job.wait !== undefined ? <Wait wait={job.wait} /> : null}
      {job.isDryRun ? <p>{t.audio.job.isDryRun}</p> : null}
      {job.code === undefined ? null : <p class="muted">{t.audio.job.code(job.code)}</p>}
      {job.progress === undefined ? null : (
        <>
          <ProgressBar share={job.progress.percent / 100} label={t.audio.job.running} />
          <p>{t.audio.list.percent(job.progress.percent)}{job.progress.until === undefined ? null : <>, {t.audio.job.done} <Ago time={job.progress.until} /></>}</p>
        </>
      )}
    </div>
  );
}

function Wait({ wait }: { wait: NonNullable<Job['wait']> }) {
  return (
    <>
      <p>{t.audio.waits[wait.reason].then}</p>
      <p>
        {t.audio.wait.next} <strong><Ago time={wait.until} /></strong> · {t.audio.wait.looks(wait.looks)} · {t.audio.wait.since} <Ago time={wait.since} />
      </p>
    </>
  );
}
