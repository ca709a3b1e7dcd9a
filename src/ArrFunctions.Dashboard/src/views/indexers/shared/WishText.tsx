import { t } from '../../../texts';
import { flagsOf } from './figures';
import type { Asked } from './wishes';

/** What will be done where, before it is done. */
export function WishText({ wish, indexer, refusal, copies }: Asked & { refusal?: string; copies: readonly string[] }) {
  const words = t.indexers.wish;
  if (refusal !== undefined) {
    return <p>{refusal}</p>;
  }

  const place = indexer.instance;
  const passedOn = copies.length === 0 ? null : <p>{words.passedOn(place, t.indexers.list(copies))}</p>;
  return wish === 'disable'
    ? <><p>{words.disable.body(place, flagsOf(indexer.flags))}</p>{passedOn}<p>{words.disable.stays}</p></>
    : <><p>{indexer.takenOut === undefined ? words.enable.body(place) : words.enable.gets(place, flagsOf(indexer.takenOut.gets))}</p>{passedOn}<p>{words.enable.after}</p></>;
}
