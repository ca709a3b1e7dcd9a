import { formatBytes } from '../../../format/numbers';
import { formatDateTime } from '../../../format/time';
import { Badge } from '../../../parts/Badge';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import { detailOf, type Job } from '../model';

/** What else a change came with: a new file, those who were told, how it can be taken back. */
export function JobTold({ job }: { job: Job }) {
  const { told, rewrite } = detailOf(job);
  return (
    <>
      {told === undefined ? null : (
        <Card title={t.audio.job.told}>
          <ul class="rows told">
            {told.map(one => <li key={one.whom}><Badge tone={one.isDone ? 'good' : 'warn'}>{one.whom}</Badge> <bdi>{one.sentence}</bdi></li>)}
          </ul>
        </Card>
      )}
      {rewrite === undefined ? null : (
        <Card title={t.audio.job.rewrite}>
          <p>{t.audio.job.rewriteBy(rewrite.tool, formatBytes(rewrite.sizeBefore), formatBytes(rewrite.sizeAfter))}</p>
          {rewrite.originalKeptUntil === undefined ? null : <p>{t.audio.job.kept} {formatDateTime(rewrite.originalKeptUntil)}</p>}
        </Card>
      )}
    </>
  );
}
