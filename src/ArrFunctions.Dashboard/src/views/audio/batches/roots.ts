import type { Data } from '../../../api/hooks';
import type { Batch } from '../model';

type Setting = Data<'/api/config'>['settings'][number];

/** Folders that one may mean: the media folders, and those of the last batches. */
export function rootsOf(settings: readonly Setting[], batches: readonly Batch[]): readonly string[] {
  const roots = settings.filter(setting => setting.key === 'Audio:Roots' || setting.key.startsWith('Audio:Roots:'))
    .flatMap(setting => (setting.value ?? '').split(',')).map(root => root.trim()).filter(root => root !== '');
  return [...new Set([...roots, ...batches.filter(batch => batch.kind === 'audio').map(batch => batch.path)])];
}
