import { t } from '../../../texts';
import { flagsOf } from './figures';
import type { Asked } from './wishes';

/** What will be done where, before it is done; or that it is too soon for it. */
export function WishText({ wish, indexer, isForced, copies }: Asked & { copies: readonly string[] }) {
  const words = t.indexers.wish;
  if (isForced) {
    return <p>{wish === 'test' ? words.test.tooSoon : words.tooSoon}</p>;
  }

  const place = indexer.instance;
  const passedOn = copies.length === 0 ? null : <p>{words.passedOn(place, t.indexers.list(copies))}</p>;
  return wish === 'disable'
    ? <><p>{words.disable.body(place, flagsOf(indexer.flags))}</p>{passedOn}<p>{words.disable.stays}</p></>
    : <><p>{indexer.takenOut === undefined ? words.enable.body(place) : words.enable.gets(place, flagsOf(indexer.takenOut.gets))}</p>{passedOn}<p>{words.enable.after}</p></>;
}
