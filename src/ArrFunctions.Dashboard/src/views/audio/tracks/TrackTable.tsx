import { formatNumber, formatSigned } from '../../../format/numbers';
import { t } from '../../../texts';
import type { Track } from '../model';
import { TrackLine } from './TrackLine';

/** Tracks in the order of their rank, each with its points, what they are the sum of, and why. */
export function TrackTable({ tracks, chosen }: { tracks: readonly Track[]; chosen?: number | undefined }) {
  const ranked = [...tracks].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.track - b.track);
  return (
    <ol class="judged" aria-label={t.audio.tracks.caption}>
      {ranked.map(track => (
        <li key={track.track} class={track.track === chosen ? 'chosen' : ''}>
          <ul class="tracks"><TrackLine track={track} isChosen={track.track === chosen} /></ul>
          <div class="judgement">
            <p>
              <strong>{track.rank === undefined ? t.audio.tracks.notChosen : t.audio.tracks.rank(track.rank)}</strong>
              {track.score === undefined ? null : <> · {t.audio.tracks.points(formatNumber(track.score))}</>}
            </p>
            {track.why === undefined ? null : <p class="why">{track.why}</p>}
            {track.parts === undefined || track.parts.length === 0 ? null : (
              <ul class="parts">{track.parts.map(part => <li key={part.name}><span class={`number${part.points < 0 ? ' minus' : ''}`}>{formatSigned(part.points)}</span> {part.name}</li>)}</ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
