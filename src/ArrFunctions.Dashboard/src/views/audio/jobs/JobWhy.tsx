import { useState } from 'preact/hooks';
import { answer, client } from '../../../api/client';
import { useAction } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { ErrorNote } from '../../../parts/ErrorNote';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { Explained } from '../explain/Explained';
import { Reasons } from '../explain/Reasons';
import { detailOf, type Explanation, type Job } from '../model';
import { TrackTable } from '../tracks/TrackTable';

/** Why the job chose its track, and what would be chosen now. */
export function JobWhy({ job }: { job: Job }) {
  const [now, setNow] = useState<Explanation | null>(null);
  const may = useMay('operate');
  const explain = useAction(() => answer(client.POST('/api/audio/explain', { body: { path: job.path, instance: job.instance ?? null, originalLanguage: null } })), []);
  const detail = detailOf(job);
  const button = (
    <Button isBusy={explain.isPending} disabled={!may} title={may ? t.audio.job.explainLater : t.parts.needs('operate')}
      onClick={() => explain.mutate(undefined, { onSuccess: setNow })}>
      {t.audio.job.explainNow}
    </Button>
  );
  return (
    <Card title={t.audio.job.why} aside={button}>
      {explain.error === null ? null : <ErrorNote problem={explain.error} />}
      {now === null ? null : <><h3>{t.audio.job.now}</h3><Explained told={now} /><h3>{t.audio.job.then}</h3></>}
      {detail.before === undefined && detail.originalLanguage === undefined
        ? <p class="muted">{t.audio.job.noWhy}</p>
        : (
          <>
            <Reasons original={detail.originalLanguage} rule={detail.rule} />
            {detail.before === undefined ? null : <TrackTable tracks={detail.before} chosen={detail.chosen} />}
          </>
        )}
    </Card>
  );
}
