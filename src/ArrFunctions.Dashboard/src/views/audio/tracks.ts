import { t } from '../../texts';
import { detailOf, type Job, type Track } from './model';

const names = new Intl.DisplayNames(t.language, { type: 'language', fallback: 'code' });

/** "ja" is Japanese; a tag that nobody knows stays as it is. */
export function languageName(tag: string): string {
  if (tag === '' || tag === 'und') {
    return t.audio.unknownLanguage;
  }

  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** 6 is "5.1". */
export function channelsName(channels: number): string {
  return t.audio.channels[channels] ?? t.audio.channelCount(channels);
}

export const flagName = (flag: string): string => t.audio.flags[flag] ?? flag;

/** A track in few words: its language, and what is special about it. */
function shortName(track: Track): string {
  const special = track.flags.filter(flag => flag === 'commentary' || flag === 'visualImpaired').map(flagName);
  return special.length === 0 ? languageName(track.language) : `${languageName(track.language)} (${special.join(', ')})`;
}

const longName = (track: Track): string => `${shortName(track)} ${channelsName(track.channels)}`;

export interface DefaultChange {
  before: readonly string[];
  /** Left out where it stays as it is, or nobody knows what it would be. */
  after?: readonly string[];
  /** It is planned, and not done. */
  isPlan: boolean;
}

/** Which tracks are the default ones before and after, as a row shows it; null where the file was not read. */
export function defaultChange(job: Job): DefaultChange | null {
  const { before, after, chosen } = detailOf(job);
  if (before === undefined) {
    return null;
  }

  const was = before.filter(track => track.default);
  const is = after?.filter(track => track.default) ?? before.filter(track => track.track === chosen);
  const stays = is.length === 0 || is.length === was.length && is.every(track => was.some(other => other.track === track.track));
  const isPlan = !stays && !job.isUndone && after === undefined;
  if (stays || job.isUndone) {
    return { before: was.map(shortName), isPlan };
  }

  // Two tracks of one language are told apart by more than it.
  const isClear = was.map(shortName).join() !== is.map(shortName).join();
  const name = isClear ? shortName : longName;
  return { before: was.map(name), after: is.map(name), isPlan };
}
