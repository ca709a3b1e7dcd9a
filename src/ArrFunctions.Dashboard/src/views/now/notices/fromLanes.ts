import { t } from '../../../texts';
import type { Situation } from '../useSituation';
import type { Notice } from './notice';

/** Paused lanes, as they are now: the health check looks at them more seldom. All of them are one notice. */
export function fromLanes({ lanes = [] }: Situation): Notice[] {
  const paused = lanes.filter(lane => lane.isPaused);
  return paused.length > 1 && paused.length === lanes.length
    ? [{ id: 'lanes', tone: 'warn', title: t.now.lanes.allPaused, details: [{ text: t.now.lanes.pausedDetail }], repairs: [{ kind: 'resume' }] }]
    : paused.map(({ lane }) => ({
        id: `lane:${lane}`,
        tone: 'warn',
        title: t.now.lanes.nowPaused(t.laneName(lane)),
        details: [{ text: t.now.lanes.pausedDetail }],
        repairs: [{ kind: 'resume', lane }],
      }));
}
