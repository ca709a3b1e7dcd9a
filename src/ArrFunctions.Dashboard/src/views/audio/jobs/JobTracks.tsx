import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { t } from '../../../texts';
import { detailOf, type Job, type Track } from '../model';
import { TrackList } from '../tracks/TrackList';

/** The tracks before and after, side by side. */
export function JobTracks({ job }: { job: Job }) {
  const { before, after, chosen } = detailOf(job);
  if (before === undefined) {
    return <Card title={t.audio.job.tracks}><Empty>{t.audio.job.notRead}</Empty></Card>;
  }

  const planned = job.result === 'planned' || job.status === 'waiting' || job.status === 'queued' ? asPlanned(before, chosen) : undefined;
  const then = after ?? planned;
  return (
    <Card title={t.audio.job.tracks}>
      <div class="columns sides">
        <div>
          <h3>{t.audio.job.before}</h3>
          <TrackList tracks={before} chosen={chosen} />
        </div>
        <div>
          <h3>{then === planned && planned !== undefined ? t.audio.job.would : t.audio.job.after}</h3>
          {then === undefined ? <p class="muted">{t.audio.job.unchanged}</p> : <TrackList tracks={then} chosen={chosen} />}
        </div>
      </div>
    </Card>
  );
}

const asPlanned = (tracks: readonly Track[], chosen: number | undefined): Track[] | undefined =>
  chosen === undefined ? undefined : tracks.map(track => ({ ...track, default: track.track === chosen }));
