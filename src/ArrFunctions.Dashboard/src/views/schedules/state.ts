import type { components } from '../../api/schema';
import type { Tone } from '../../parts/Figure';
import { t } from '../../texts';

export type Schedule = components['schemas']['ScheduleView'];

interface State {
  /** Undefined: there is nothing to say of it yet. */
  words: string | undefined;
  tone: Tone;
  group: Group;
}

/** Those that need a look are shown first; whether one runs right now moves nothing. */
export type Group = 'trouble' | 'on' | 'off';

export function stateOf(schedule: Schedule): State {
  const { consecutiveFailures, heldBackSince, isEnabled, isHealthy, isRunning, runs } = schedule;
  const group = !isHealthy || isEnabled && (heldBackSince !== undefined || consecutiveFailures > 0) ? 'trouble' : isEnabled ? 'on' : 'off';
  return isRunning ? { words: t.schedules.state.running, tone: 'accent', group }
    : !isHealthy ? { words: t.schedules.state.unhealthy(consecutiveFailures), tone: 'bad', group }
    : !isEnabled ? { words: t.schedules.state.off, tone: 'quiet', group }
    : heldBackSince !== undefined ? { words: t.schedules.state.heldBack, tone: 'warn', group }
    : consecutiveFailures > 0 ? { words: t.schedules.state.failed(consecutiveFailures), tone: 'warn', group }
    : runs === 0 ? { words: undefined, tone: 'quiet', group }
    : { words: t.schedules.state.well, tone: 'good', group };
}

/** By name, the worst of those in trouble first. */
export function inGroup(schedules: readonly Schedule[], group: Group): Schedule[] {
  return schedules.filter(schedule => stateOf(schedule).group === group)
    .sort((one, other) => other.consecutiveFailures - one.consecutiveFailures || one.name.localeCompare(other.name));
}
