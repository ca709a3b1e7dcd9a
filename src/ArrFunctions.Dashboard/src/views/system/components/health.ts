import type { HealthEntry } from '../../../api/health';
import type { Tone } from '../../../parts/Figure';
import { t } from '../../../texts';

const order = ['unhealthy', 'unknown', 'degraded', 'healthy'] as const;

export type Standing = typeof order[number];

/** A check that has no answer yet is unknown. */
export const standingOf = (entry: HealthEntry): Standing => entry.status ?? 'unknown';

/** The worst first, else as the service tells them. */
export const worstFirst = (entries: readonly HealthEntry[]): readonly HealthEntry[] =>
  [...entries].sort((a, b) => order.indexOf(standingOf(a)) - order.indexOf(standingOf(b)));

export const toneOf: Readonly<Record<Standing, Tone>> = { unhealthy: 'bad', unknown: 'quiet', degraded: 'warn', healthy: 'good' };

/** `disk:/data/media` in words. */
export function checkTitle(name: string): string {
  const [kind = '', ...rest] = name.split(':');
  const title = t.system.health.titles[kind];
  return title === undefined ? name : title(rest.join(':'));
}

/** Where one goes to put it right; undefined where that is not in this page. */
export function placeOf(name: string): string | undefined {
  const kind = name.split(':', 1)[0] ?? '';
  return { queue: '/', schedules: '/schedules', poisoned: '/audio', configuration: '/system/configuration', instance: '/setup', store: '/system/backup', salvage: '/system/backup', backup: '/system/backup', notification: '/system/notifications' }[kind];
}
