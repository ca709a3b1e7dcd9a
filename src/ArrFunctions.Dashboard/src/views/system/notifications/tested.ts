import { answer, client } from '../../../api/client';
import type { paths } from '../../../api/schema';

export type Tested = paths['/api/notifications/test']['post']['responses'][200]['content']['application/json']['results'][number];

/** Sends a test to one target, or to all of them. */
export const tested = async (target?: string): Promise<readonly Tested[]> =>
  (await answer(client.POST('/api/notifications/test', { body: target === undefined ? {} : { target } }))).results;
