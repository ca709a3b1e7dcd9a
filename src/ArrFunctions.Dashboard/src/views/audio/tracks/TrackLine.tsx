import { Check, Star } from 'lucide-preact';
import { t } from '../../../texts';
import type { Track } from '../model';
import { channelsName, flagName, languageName } from '../tracks';

/** One audio track in a line: what it is, and whether it is the default one or the chosen one. */
export function TrackLine({ track, isChosen = false }: { track: Track; isChosen?: boolean }) {
  return (
    <li class={`track${track.default ? ' default' : ''}`}>
      <span class="track-number">{track.track}</span>
      <span class="track-what">
        <strong>{languageName(track.language)}</strong> <span class="muted">{`${track.codec} ${channelsName(track.channels)}`}</span>
        {track.title === undefined || track.title === '' ? null : <bdi class="track-title">{track.title}</bdi>}
        {track.flags.length === 0 ? null : <small class="muted">{track.flags.map(flagName).join(', ')}</small>}
      </span>
      <span class="track-marks">
        {track.default ? <span class="mark-word"><Star size={14} fill="currentColor" aria-hidden="true" />{t.audio.tracks.isDefault}</span> : null}
        {isChosen ? <span class="mark-word chosen"><Check size={14} aria-hidden="true" />{t.audio.tracks.isChosen}</span> : null}
      </span>
    </li>
  );
}
