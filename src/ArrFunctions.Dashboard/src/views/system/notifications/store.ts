import { client } from '../../../api/client';
import type { components } from '../../../api/schema';
import { Problem } from '../../../api/problem';
import { t } from '../../../texts';
import type { Wish } from './entries';

/** What tells something else after a change. */
export const changes = ['/api/config', '/api/notifications', '/api/events', '/health'];

/** Whether what was stored holds at once. */
export type Stored = 'live' | 'restart';

/** Stores all of it or nothing; refused where somebody else changed something since the tag was read, or where another source decides. */
export async function store(wish: Wish, tag: string | null): Promise<Stored> {
  if (Object.keys(wish).length === 0) {
    return 'live';
  }

  const { settings } = await sent(wish, tag);
  const overridden = settings.find(setting => setting.effect === 'overridden' && wish[setting.key] !== null);
  if (overridden !== undefined) {
    throw new Problem(409, 'overridden', t.system.targetForm.overridden(overridden.by ?? overridden.key));
  }

  return settings.some(setting => setting.effect === 'restart') ? 'restart' : 'live';
}

async function sent(wish: Wish, tag: string | null) {
  try {
    const { data } = await client.PUT('/api/config', { body: wish as never, params: { header: { 'If-Match': tag ?? undefined } } });
    return data as components['schemas']['ChangeReport'];
  } catch (fault) {
    // The sentence of the service is for programs: they have to read the tag again, and the page has done so.
    throw fault instanceof Problem && fault.status === 412 ? new Problem(412, fault.code, t.system.targetForm.stale) : fault;
  }
}
