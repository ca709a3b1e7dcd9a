import { fileOf } from '../../../format/paths';
import { t } from '../../../texts';
import { detailOf, type Job } from '../model';
import { TrackLine } from '../tracks/TrackLine';

/** What would be put back, and what may refuse it. */
export function UndoWarning({ job }: { job: Job }) {
  const before = detailOf(job).before?.filter(track => track.default) ?? [];
  return (
    <>
      <p>{t.audio.act.undoWhat(fileOf(job.path))}</p>
      {before.length === 0 ? <p>{t.audio.act.undoUnknown}</p> : <ul class="tracks">{before.map(track => <TrackLine key={track.track} track={track} />)}</ul>}
      <p class="muted">{t.audio.act.undoRefusals}</p>
    </>
  );
}
