import { answer, client } from '../../../api/client';
import { t } from '../../../texts';
import type { Indexer } from './types';

export type Wish = 'test' | 'enable' | 'disable';

export interface Asked {
  wish: Wish;
  indexer: Indexer;
  /** Also when it was tested or switched a moment ago. */
  isForced: boolean;
}

/** What is said when it is done. */
export interface Told {
  text: string;
  isGood: boolean;
}

export async function send({ wish, indexer: { instance, id }, isForced }: Asked): Promise<Told> {
  const params = { params: { path: { instance, id }, query: isForced ? { force: true } : {} } };
  if (wish === 'test') {
    const test = await answer(client.POST('/api/indexers/{instance}/{id}/test', params));
    return { text: t.indexers.told(test.name, test.message), isGood: test.success === true };
  }

  const call = wish === 'enable' ? client.POST('/api/indexers/{instance}/{id}/enable', params) : client.POST('/api/indexers/{instance}/{id}/disable', params);
  const change = await answer(call);
  return { text: t.indexers.told(change.name, change.message), isGood: true };
}
