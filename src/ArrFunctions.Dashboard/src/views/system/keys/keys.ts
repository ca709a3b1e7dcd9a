import type { components } from '../../../api/schema';

export type Key = components['schemas']['KeyView'];
export type CreatedKey = components['schemas']['CreatedKey'];
export type KeyRole = Key['role'];

/** From the least to the most that a key may do. */
export const roles: readonly KeyRole[] = ['webhook', 'read', 'operate', 'admin'];

export interface Wish {
  name: string;
  role: KeyRole;
  /** A day as a date field has it; empty: it does not expire. */
  expires: string;
  instance: string;
}

/** As it is sent: the key ends with the day, and only a webhook key is bound to an instance. */
export const bodyOf = ({ name, role, expires, instance }: Wish) => ({
  name: name.trim(),
  role,
  expires: expires === '' ? null : new Date(`${expires}T23:59:59`).toISOString(),
  instance: role === 'webhook' && instance !== '' ? instance : null,
});

export const hasExpired = (key: Key, now: number): boolean => key.expires !== undefined && Date.parse(key.expires) <= now;
