import { Link } from 'wouter-preact';
import { Card } from '../../../parts/Card';
import { Histogram } from '../../../parts/Histogram';
import { addressOf } from '../../../shell/address';
import { t } from '../../../texts';
import { libraryPath } from '../place';
import type { Export } from '../types';
import { kindName } from './ExportRow';
import { changesOf, isAtWork } from './state';

const text = t.library.export;
const tones: Readonly<Record<string, 'good' | 'bad' | 'muted'>> = { upgraded: 'good', downgraded: 'bad', removed: 'bad', renamed: 'muted', replaced: 'muted' };

/** What an export found changed, by kind. */
export function ExportChanges({ shown }: { shown: Export }) {
  const changes = changesOf(shown.changes ?? {});
  return (
    <Card title={text.changes} aside={<><Link href={addressOf(libraryPath('exports', 'compare'), { instance: shown.instance, to: shown.exportId })}>{text.compareBefore}</Link><Link href={libraryPath(shown.instance, 'history')}>{t.library.tabs.history}</Link></>}>
      {changes.length === 0
        ? <p class="muted">{isAtWork(shown) ? text.noChangesYet : text.noChanges}</p>
        : <Histogram label={text.changes} unit={t.library.overview.filesName} bands={changes.map(([kind, count]) => ({ label: kindName(kind), count, tone: tones[kind] ?? 'accent' }))} />}
    </Card>
  );
}
