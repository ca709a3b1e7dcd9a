import { t } from '../../../texts';
import type { Explanation } from '../model';
import { TrackTable } from '../tracks/TrackTable';
import { Reasons } from './Reasons';

/** An explanation: what would be done, of what the choice came, and how each track was judged. */
export function Explained({ told }: { told: Explanation }) {
  return (
    <>
      {told.skip === undefined ? <Verdict told={told} /> : (
        <p class="note warn">{told.skipIsForNow === true ? t.audio.why.skipForNow : t.audio.why.skip}{': '}<bdi>{told.skip}</bdi></p>
      )}
      <Reasons original={told.originalLanguage} rule={told.rule} reason={told.reason} container={told.format} />
      <TrackTable tracks={told.tracks} chosen={told.chosen} />
    </>
  );
}

function Verdict({ told }: { told: Explanation }) {
  return (
    <p class={`note ${told.isCorrect === true ? 'good' : ''}`}>
      {told.chosen === undefined ? t.audio.why.none : told.isCorrect === true ? t.audio.why.correct : t.audio.why.incorrect}
    </p>
  );
}
