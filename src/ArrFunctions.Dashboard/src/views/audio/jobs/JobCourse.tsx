import { useGet } from '../../../api/hooks';
import { formatDateTime } from '../../../format/time';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { askedBy, jobLook } from '../look';
import type { Job } from '../model';

/** What the log tells of the job, oldest first. */
export function JobCourse({ job }: { job: Job }) {
  const log = useGet('/api/events', { params: { query: { subject: `job:${job.id}`, limit: 100 } } });
  return (
    <Card title={t.audio.job.course}>
      <Loaded query={log}>
        {({ events }) => (
          <ol class="course">
            <Step time={job.created} text={t.audio.job.asked(askedBy(job))} />
            {[...events].reverse().map(event => <Step key={event.id} time={event.time} text={event.message} tone={event.severity} by={event.actor} />)}
            {events.length === 0 && job.updated !== job.created
              ? <Step time={job.updated} text={t.audio.job.lastChange(jobLook(job).word)} /> : null}
          </ol>
        )}
      </Loaded>
      {log.data?.events.length === 0 && job.batch !== undefined ? <p class="muted small">{t.audio.job.noCourse}</p> : null}
    </Card>
  );
}

function Step({ time, text, tone = '', by }: { time: string; text: string; tone?: string; by?: string }) {
  return <li class={tone}><time dateTime={time} class="muted">{formatDateTime(time)}</time> <bdi>{text}</bdi>{by === undefined ? null : <small class="muted">{by}</small>}</li>;
}
