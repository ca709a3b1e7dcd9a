import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import { textOf } from './entries';
import { isHeartbeat } from './targetForm';
import type { TargetLine } from './targets';

/** Where it is, what came of it, what waits for it, and where it is written. */
export function TargetFacts({ line: { kind, target, entry } }: { line: TargetLine }) {
  const texts = t.system.targets;
  const beats = isHeartbeat(kind);
  const trouble = target?.lastTrouble ?? '';
  const schedule = target?.schedule ?? textOf(entry ?? null, 'Schedule');
  return (
    <>
      <div class="facts muted">
        {target === undefined ? null : <bdi>{target.host}</bdi>}
        {beats ? <span>{schedule === '' ? texts.watchesHealth : texts.watches(schedule)}</span> : null}
        {target?.lastSent === undefined ? null : <span>{texts.lastSent} <Ago time={target.lastSent} /></span>}
        {target?.nextTry === undefined || target.state === 'working' ? null : <span>{texts.until} <Ago time={target.nextTry} /></span>}
        {target === undefined || target.waiting === 0 ? null : <Badge tone="warn">{texts.waiting(target.waiting)}</Badge>}
        {target === undefined || target.forDigest === 0 ? null : <Badge tone="quiet">{texts.digest(target.forDigest)}</Badge>}
      </div>
      {trouble === '' || target?.state === 'working' ? null : <p class="trouble"><bdi>{trouble}</bdi></p>}
      {target === undefined ? <p class="muted">{texts.unusedLong}</p> : null}
      {entry?.fixedBy === undefined ? null : <small class="muted">{t.setup.fixed(entry.fixedBy)}</small>}
    </>
  );
}
