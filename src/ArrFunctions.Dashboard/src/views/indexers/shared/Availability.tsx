import { t } from '../../../texts';
import { shareOf } from './figures';
import { toneOfShare } from './states';
import type { Indexer } from './types';

/** Time up of the time that is known, in three windows. */
export function Availability({ availability: { day, week, month } }: Pick<Indexer, 'availability'>) {
  const windows = [[t.indexers.windows.day, day], [t.indexers.windows.week, week], [t.indexers.windows.month, month]] as const;
  return (
    <dl class="indexer-shares">
      {windows.map(([name, share]) => <div key={name} class={toneOfShare(share)}><dt>{name}</dt><dd>{share === undefined ? '–' : shareOf(share)}</dd></div>)}
    </dl>
  );
}
