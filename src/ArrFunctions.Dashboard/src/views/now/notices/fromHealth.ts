import type { HealthEntry } from '../../../api/health';
import { t } from '../../../texts';
import type { Notice, Repair } from './notice';
import type { Situation } from '../useSituation';

/** Checks that other parts of the page tell more about, as long as those are known. */
function isToldElsewhere(check: HealthEntry, { schedules, poisoned, lanes }: Situation): boolean {
  return check.name === 'schedules' && schedules?.some(schedule => !schedule.isHealthy) === true
    || check.name === 'poisoned' && (poisoned?.length ?? 0) > 0
    || lanes?.some(lane => check.name === `queue:${lane.lane}` && (lane.isPaused || lane.messages === 0)) === true;
}

export function fromHealth(situation: Situation): Notice[] {
  return (situation.health?.checks ?? [])
    .filter(check => check.status !== undefined && check.status !== 'healthy' && !isToldElsewhere(check, situation))
    .map(check => ({
      id: `check:${check.name}`,
      tone: check.status === 'unhealthy' ? 'bad' : 'warn',
      title: titleOf(check.name),
      details: [{ text: check.reason }],
      repairs: repairsOf(check.name),
    }));
}

function titleOf(name: string): string {
  const [kind, subject] = parts(name);
  switch (kind) {
    case 'startup': return t.now.checks.startup;
    case 'store': return t.now.checks.store;
    case 'salvage': return t.now.checks.salvage;
    case 'backup': return t.now.checks.backup;
    case 'notification': return t.now.checks.notification(subject);
    case 'disk': return t.now.checks.disk(subject === 'data' ? t.now.checks.dataFolder : subject);
    case 'tool': return t.now.checks.tool(subject);
    case 'queue': return t.now.checks.queue(t.laneName(subject));
    case 'schedules': return t.now.checks.schedules;
    case 'poisoned': return t.now.checks.poisoned;
    case 'configuration': return t.now.checks.configuration;
    case 'outbox': return t.now.checks.outbox;
    case 'event-file': return t.now.checks.eventFile;
    case 'instance': return t.now.checks.instance(subject);
    case 'tmdb': return t.now.checks.tmdb;
    default: return t.now.checks.other(name);
  }
}

function repairsOf(name: string): Repair[] {
  const [kind, subject] = parts(name);
  switch (kind) {
    case 'instance': return [{ kind: 'testInstance', name: subject }];
    case 'schedules': return [{ kind: 'link', to: '/schedules', text: t.now.links.schedules }];
    case 'poisoned': return [{ kind: 'link', to: '/audio?status=failed', text: t.now.links.jobs }];
    case 'configuration': return [{ kind: 'link', to: '/system/configuration', text: t.now.links.configuration }];
    case 'salvage':
    case 'backup': return [{ kind: 'link', to: '/system/backup', text: t.now.links.backup }];
    case 'notification': return [{ kind: 'link', to: '/system/notifications', text: t.now.links.notifications }];
    default: return [{ kind: 'link', to: '/system', text: t.now.links.system }];
  }
}

/** A path may hold colons itself. */
function parts(name: string): readonly [string, string] {
  const cut = name.indexOf(':');
  return cut < 0 ? [name, ''] : [name.slice(0, cut), name.slice(cut + 1)];
}
