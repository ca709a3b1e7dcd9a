import { isFresh } from './notices/fromSetup';
import { needsPerson, type Notice } from './notices/notice';
import type { Situation } from './useSituation';

/** How things stand, in one word: not known yet, nothing is connected, it cannot work, something needs a person, all is well. */
export type Standing = 'unknown' | 'starting' | 'fresh' | 'down' | 'attention' | 'well';

export function standingOf(situation: Situation, notices: readonly Notice[]): Standing {
  const { health } = situation;
  if (health === undefined || !situation.isSettled) {
    return 'unknown';
  }

  if (health.checks.some(check => check.name === 'startup' && check.status === 'unhealthy')) {
    return 'starting';
  }

  if (health.status === 'unhealthy') {
    return 'down';
  }

  if (isFresh(situation)) {
    return 'fresh';
  }

  return notices.some(needsPerson) ? 'attention' : 'well';
}
