import { Link } from 'wouter-preact';
import { formatSigned } from '../../../format/numbers';
import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import { historyOf } from '../place';
import { searchTone } from '../tones';
import type { Search } from '../types';

const text = t.library.search;

export function SearchRow({ instance, search }: { instance: string; search: Search }) {
  const { name, state, time, item, gain, gained, indexers, reason } = search;
  return (
    <li class="change">
      <Badge tone={searchTone[state]} title={text.stateHints[state]}>{text.states[state]}</Badge>
      <Link class="title" href={historyOf(instance, item)}><bdi>{name}</bdi></Link>
      <span class="score">{gained === undefined ? <span class="muted">{text.couldGain(formatSigned(gain))}</span> : <strong class="up">{text.gained(formatSigned(gained))}</strong>}</span>
      <span class="muted quality">{text.stateHints[state]}{indexers.length === 0 ? null : <> · <span title={indexers.join(', ')}>{text.indexers(indexers.length)}</span></>}{reason === undefined ? null : <> · <bdi>{reason}</bdi></>}</span>
      <span class="muted when"><Ago time={time} /></span>
    </li>
  );
}
