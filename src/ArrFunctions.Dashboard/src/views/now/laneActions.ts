import { answer, client } from '../../api/client';
import type { operations } from '../../api/schema';

type LaneQuery = NonNullable<operations['pauseQueue']['parameters']['query']>;

/** Without a lane: all of them. */
export const pause = (lane?: string) => answer(client.POST('/api/queue/pause', { params: { query: of(lane) } }));

export const resume = (lane?: string) => answer(client.POST('/api/queue/resume', { params: { query: of(lane) } }));

const of = (lane: string | undefined): LaneQuery => lane === undefined ? {} : { lane: lane as NonNullable<LaneQuery['lane']> };
