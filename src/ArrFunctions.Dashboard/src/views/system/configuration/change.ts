import { answer, client } from '../../../api/client';
import type { components } from '../../../api/schema';
import { t } from '../../../texts';

type ChangedSetting = components['schemas']['ChangedSetting'];

/** What answers tell something else after a change. */
export const changes = ['/api/config', '/api/instances', '/api/events', '/health'];

/** Stores a value, or removes the stored one with null; refused where somebody else changed something since the tag was read. */
export async function change(key: string, value: unknown, tag: string | null): Promise<ChangedSetting> {
  const { settings: [changed] } = await answer(client.PUT('/api/config', {
    body: { [key]: value } as never,
    params: { header: { 'If-Match': tag ?? undefined } },
  }));
  return changed ?? { key, effect: 'unchanged' };
}

/** What came of it, in words; `isRemoved`: the stored value was taken away. */
export function effectSaid({ key, effect, by }: ChangedSetting, isRemoved: boolean): string {
  const texts = t.system.configuration;
  const said = (isRemoved ? texts.removed : texts.effects)[effect];
  return said === undefined ? key : said(key, by ?? '');
}
