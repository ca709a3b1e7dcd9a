import type { Data } from '../../../api/hooks';

export type Backups = Data<'/api/maintenance/backups'>;

export type Backup = Backups['backups'][number];

/** How well one could go back to what was: there is nothing, nothing that can be used, the newest is old, or all is well. */
export type Stand = { kind: 'none' | 'troubled' | 'well' } | { kind: 'stale'; days: number };

const day = 86_400_000;

/** From this age on the newest is told of. */
export const staleAfter = 3 * day;

/** The newest that can be restored, as far as is known. */
export const newestOf = (backups: readonly Backup[]): Backup | undefined =>
  backups.filter(backup => (backup.trouble ?? '') === '').reduce<Backup | undefined>((newest, backup) => newest === undefined || Date.parse(backup.time) > Date.parse(newest.time) ? backup : newest, undefined);

export function standOf(backups: readonly Backup[], now: number): Stand {
  const newest = newestOf(backups);
  if (newest === undefined) {
    return { kind: backups.length === 0 ? 'none' : 'troubled' };
  }

  const age = now - Date.parse(newest.time);
  return age > staleAfter ? { kind: 'stale', days: Math.floor(age / day) } : { kind: 'well' };
}

/** As a word of a shell: what is no plain name is quoted. */
export const shellWord = (name: string): string => /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", String.raw`'\''`)}'`;
