import { answer, client } from '../../../api/client';
import { ActionButton } from '../../../parts/ActionButton';
import { t } from '../../../texts';
import type { IndexerList } from '../shared/types';
import { isCopy } from './arrange';

/** Looks at all of them now: at no cost to a tracker, or by asking each. */
export function SweepButtons({ list }: { list: IndexerList }) {
  const words = t.indexers.sweep;
  const asked = list.instances.flatMap(one => one.indexers).filter(one => one.isEnabled && !isCopy(one)).length;
  return (
    <>
      <ActionButton act={() => answer(client.POST('/api/indexers/sweep'))} changes={['/api/indexers']} done={({ outcome }) => words.done(outcome)}>{words.button}</ActionButton>
      <ActionButton act={() => answer(client.POST('/api/indexers/test'))} changes={['/api/indexers']} disabled={asked === 0}
        done={({ passed, failed, notTested }) => words.tested(passed, failed, notTested)}
        confirm={{ title: words.testAll, body: <><p>{words.asks(asked)}</p><p>{words.why}</p></>, button: words.testButton(asked) }}>
        {words.testAll}
      </ActionButton>
    </>
  );
}
