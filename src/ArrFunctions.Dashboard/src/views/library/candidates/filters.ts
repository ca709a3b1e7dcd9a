import type { Candidate } from '../types';

export const priorities: readonly Candidate['priority'][] = ['critical', 'high', 'medium', 'low'];

/** What is asked of the service by what stands in the address. What makes no sense there is left out. */
export function filtersOf(query: Readonly<Record<string, string>>): { priority?: string; blocked?: boolean; minGain?: number } {
  const chosen = (query['priority'] ?? '').split(',').filter(word => priorities.some(priority => priority === word));
  const gain = Number(query['minGain']);
  return {
    ...chosen.length === 0 ? {} : { priority: chosen.join(',') },
    ...query['blocked'] === 'true' || query['blocked'] === 'false' ? { blocked: query['blocked'] === 'true' } : {},
    ...Number.isInteger(gain) && gain > 0 ? { minGain: gain } : {},
  };
}

/** The priorities after one of them was chosen or left; all of them are none, because both mean everything. */
export function toggled(chosen: string | undefined, priority: string): string | undefined {
  const now = new Set((chosen ?? '').split(',').filter(word => word !== ''));
  if (!now.delete(priority)) {
    now.add(priority);
  }

  return now.size === 0 || now.size === priorities.length ? undefined : priorities.filter(known => now.has(known)).join(',');
}
