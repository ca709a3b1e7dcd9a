import { Link } from 'wouter-preact';
import { formatNumber } from '../../../format/numbers';
import { addressOf } from '../../../shell/address';
import { t } from '../../../texts';
import { libraryPath } from '../place';
import { priorityTone } from '../tones';

const priorities = ['critical', 'high', 'medium', 'low'] as const;

/** How many candidates there are of each priority; each number leads to them. */
export function PriorityLinks({ instance, counts }: { instance: string; counts: Readonly<Record<string, number>> }) {
  return (
    <span class="priority-links">
      {priorities.map(priority => ({ priority, count: counts[priority] ?? 0 })).filter(({ count }) => count > 0).map(({ priority, count }) => (
        <Link key={priority} class={`badge ${priorityTone[priority]}`} href={addressOf(libraryPath(instance, 'candidates'), { priority })}><i aria-hidden="true" />{t.library.priorities[priority]} {formatNumber(count)}</Link>
      ))}
    </span>
  );
}
