import { formatBytes } from '../../../format/numbers';
import { Card } from '../../../parts/Card';
import { fileOf } from '../../../format/paths';
import { t } from '../../../texts';
import { askedBy } from '../look';
import type { Job } from '../model';

/** Which file, and who asked for it. */
export function JobFile({ job }: { job: Job }) {
  const file = fileOf(job.path);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t.audio.job.name, file],
    [t.audio.job.folder, job.path.slice(0, -file.length - 1)],
    [t.audio.job.remote, job.remotePath],
    [t.audio.job.size, job.size === undefined ? undefined : formatBytes(job.size)],
    [t.audio.job.instance, job.instance],
    [t.audio.job.by, askedBy(job)],
    [t.audio.job.attempts, job.attempts === 0 ? undefined : t.audio.job.times(job.attempts)],
    [t.audio.job.undo, job.undoId === undefined ? undefined : job.isUndone ? t.audio.job.isUndone : t.audio.job.canUndo],
    [t.audio.job.undoId, job.undoId],
  ];
  return (
    <Card title={t.audio.job.file}>
      <dl class="pairs">
        {rows.map(([name, value]) => value === undefined || value === '' ? null : <div key={name}><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>)}
      </dl>
    </Card>
  );
}
