import { serviceNow } from '../../../format/clock';
import { formatDuration } from '../../../format/time';
import { Ago } from '../../../parts/Ago';
import { t } from '../../../texts';
import { failureClassOf, flagsOf } from './figures';
import type { Indexer } from './types';

/** What there is to say of how it stands: for how long it fails and in which way, who switched it off and why, and what comes next. */
export function Streak({ indexer }: { indexer: Indexer }) {
  const { failingSince, strikes, lastFailureClass, lastFailure, lastOk, blockedTill, nextTest, takenOut, state, instance } = indexer;
  const words = t.indexers.streak;
  return (
    <div class="indexer-streak">
      {takenOut === undefined ? null : (
        <p>
          {takenOut.isByPerson ? words.disabledHere : words.takenOut} <Ago time={takenOut.since} />{': '}<bdi>{takenOut.reason}</bdi>{'. '}
          {words.gets(flagsOf(takenOut.gets))} {takenOut.isByPerson ? words.stays : null}
        </p>
      )}
      {state === 'switchedOff' && takenOut === undefined ? <p>{words.disabledThere(instance)}</p> : null}
      {failingSince === undefined ? null : (
        <p>
          <strong>{words.failing(formatDuration((serviceNow() - Date.parse(failingSince)) / 1000), strikes)}</strong>
          {lastFailureClass === undefined ? null : <>{': '}{failureClassOf(lastFailureClass)}</>}
        </p>
      )}
      <ul>
        {lastFailure === undefined ? null : <li>{words.lastFailure} <Ago time={lastFailure} /></li>}
        {failingSince === undefined || lastOk === undefined ? null : <li>{words.lastOk} <Ago time={lastOk} /></li>}
        {blockedTill === undefined || !indexer.isEnabled ? null : <li>{words.blocked(instance)} <Ago time={blockedTill} /></li>}
        {nextTest === undefined || state === 'switchedOff' ? null : <li>{words.nextTest} <Ago time={nextTest} /></li>}
      </ul>
    </div>
  );
}
