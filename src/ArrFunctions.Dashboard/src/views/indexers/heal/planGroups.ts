import type { HealPlan, HealPlanEntry } from '../shared/types';

export interface PlanGroups {
  disable: readonly HealPlanEntry[];
  restore: readonly HealPlanEntry[];
  /** Left as they are for now, and tested. */
  tested: readonly HealPlanEntry[];
  /** Left alone, those with the same reason together, the largest group last. */
  left: readonly { reason: string; entries: readonly HealPlanEntry[] }[];
}

export function planGroups({ indexers }: Pick<HealPlan, 'indexers'>): PlanGroups {
  const reasons = new Map<string, HealPlanEntry[]>();
  for (const entry of indexers.filter(one => one.action === 'leave' && one.test === undefined)) {
    reasons.set(entry.reason, [...reasons.get(entry.reason) ?? [], entry]);
  }

  return {
    disable: indexers.filter(one => one.action === 'disable'),
    restore: indexers.filter(one => one.action === 'restore'),
    tested: indexers.filter(one => one.action === 'leave' && one.test !== undefined),
    left: [...reasons].map(([reason, entries]) => ({ reason, entries })).sort((a, b) => a.entries.length - b.entries.length),
  };
}
