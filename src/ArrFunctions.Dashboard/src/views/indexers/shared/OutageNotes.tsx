import { Ago } from '../../../parts/Ago';
import { t } from '../../../texts';
import type { Outage } from './types';

/** So many fail at once that it is the network: nothing is changed while that lasts. */
export function OutageNotes({ outages }: { outages: readonly Outage[] }) {
  return (
    <>
      {outages.filter(({ until }) => until === undefined).map(({ scope, from, failing, watched }) => (
        <p key={scope} class="note warn" role="status">
          <strong>{t.indexers.outage.title(scope === '*' ? null : scope)}</strong>{' '}
          {t.indexers.outage.since} <Ago time={from} />{': '}{t.indexers.outage.what(failing, watched)}
        </p>
      ))}
    </>
  );
}
