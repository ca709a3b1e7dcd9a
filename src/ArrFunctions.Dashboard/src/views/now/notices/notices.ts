import type { Situation } from '../useSituation';
import { fromBatches } from './fromBatches';
import { fromHealth } from './fromHealth';
import { fromIndexers } from './fromIndexers';
import { fromJobs } from './fromJobs';
import { fromLanes } from './fromLanes';
import { fromSchedules } from './fromSchedules';
import { fromSetup } from './fromSetup';
import { worstFirst, type Notice } from './notice';

/** All that a person should know of, the worst first. */
export const noticesOf = (situation: Situation, now: number): Notice[] => worstFirst([
  ...fromHealth(situation),
  ...fromLanes(situation),
  ...fromSetup(situation),
  ...fromJobs(situation, now),
  ...fromBatches(situation, now),
  ...fromSchedules(situation),
  ...fromIndexers(situation),
]);
