import { Link } from 'wouter-preact';
import { formatDuration } from '../../../format/time';
import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import { libraryPath } from '../place';
import { statusTone } from '../tones';
import type { Export } from '../types';
import { ExportProgress } from './ExportProgress';
import { changesOf, isAtWork, secondsOf } from './state';

const text = t.library.export;

export function ExportRow({ shown }: { shown: Export }) {
  const changes = changesOf(shown.changes ?? {});
  return (
    <li class="export-row">
      <Link class="name" href={libraryPath('exports', shown.exportId)}><bdi>{shown.instance}</bdi></Link>
      <Badge tone={statusTone[shown.status]}>{text.status[shown.status]}</Badge>
      <span class="muted when"><Ago time={shown.started} />{isAtWork(shown) ? null : <> · {formatDuration(secondsOf(shown, Date.now()))}</>}{shown.scope === undefined ? null : <> · {text.scope[shown.scope]}</>}</span>
      {isAtWork(shown) ? <ExportProgress shown={shown} /> : (
        <span class="result">
          <bdi>{shown.trouble ?? shown.result}</bdi>
          {changes.length === 0 ? null : <span class="muted">{changes.map(([kind, count]) => `${kindName(kind)} ${count.toLocaleString(t.language)}`).join(' · ')}</span>}
        </span>
      )}
    </li>
  );
}

/** A kind of change in words; one that is not known yet as the service calls it. */
export const kindName = (kind: string): string => (t.library.kinds as Readonly<Record<string, string>>)[kind] ?? kind;
