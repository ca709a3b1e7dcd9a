import { t } from '../../../texts';
import type { Track } from '../model';
import { TrackLine } from './TrackLine';

export function TrackList({ tracks, chosen }: { tracks: readonly Track[]; chosen?: number | undefined }) {
  return tracks.length === 0
    ? <p class="muted">{t.audio.tracks.none}</p>
    : <ul class="tracks">{tracks.map(track => <TrackLine key={track.track} track={track} isChosen={track.track === chosen} />)}</ul>;
}
