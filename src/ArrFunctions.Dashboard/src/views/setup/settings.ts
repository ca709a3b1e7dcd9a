import { answer, client } from '../../api/client';
import { useGet } from '../../api/hooks';
import type { components } from '../../api/schema';
import { Problem } from '../../api/problem';
import { t } from '../../texts';

type Setting = components['schemas']['SettingView'];

/** One setting as the program sees it; undefined until it is known. */
export function useSetting(key: string): Setting | undefined {
  return useGet('/api/config').data?.settings.find(setting => setting.key === key);
}

export const listOf = (setting: Setting | undefined): readonly string[] => setting?.value?.split(',').filter(entry => entry !== '') ?? [];

/** Stores settings, all or none. One that another source decides is told as a refusal, because nothing would come of it. */
export async function store(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const { settings: told } = await answer<components['schemas']['ChangeReport']>(client.PUT('/api/config', { body: settings as Record<string, never> }));
  const overridden = told.find(setting => setting.effect === 'overridden');
  if (overridden !== undefined) {
    throw new Problem(409, 'overridden', t.setup.live.overridden(overridden.by ?? overridden.key));
  }
}
