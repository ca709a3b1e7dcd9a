import { formatShare } from '../../../format/numbers';
import { formatDuration } from '../../../format/time';
import { t } from '../../../texts';
import type { FailureClass, IndexerFlags } from './types';

const days = new Intl.DateTimeFormat(t.language, { dateStyle: 'medium', timeZone: 'UTC' });

/** A day of the service, which is one of UTC wherever the browser is. */
export const formatDay = (day: string): string => days.format(new Date(day));

export const shareOf = (share: number | null | undefined): string => share === null || share === undefined ? t.indexers.notKnown : formatShare(share);

export const durationOf = (seconds: number | null | undefined): string => seconds === null || seconds === undefined ? '–' : formatDuration(seconds);

export const millisecondsOf = (milliseconds: number | null | undefined): string =>
  milliseconds === null || milliseconds === undefined ? '–' : t.indexers.milliseconds(milliseconds);

/** A kind of failure in words; one that this page does not know yet as the service calls it. */
export const classOf = (kind: string): string => (t.indexers.classes as Readonly<Record<string, string>>)[kind] ?? kind;

export const failureClassOf = (kind: FailureClass | null | undefined): string => classOf(kind ?? 'unclassified');

/** Which of the three ways of asking are on, in words. */
export function flagsOf(flags: IndexerFlags): string {
  const on = (['rss', 'automaticSearch', 'interactiveSearch'] as const).filter(flag => flags[flag]).map(flag => t.indexers.flags[flag]);
  return on.length === 0 ? t.indexers.flags.none : t.indexers.list(on);
}
