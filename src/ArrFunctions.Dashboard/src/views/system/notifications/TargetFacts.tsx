import { Ago } from '../../../parts/Ago';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';
import { isHeartbeat } from './targetForm';
import type { TargetLine } from './targets';

/** Where it is, what came of it, what waits for it, and where it is written. */
export function TargetFacts({ line: { kind, target, entry } }: { line: TargetLine }) {
  const texts = t.system.targets;
  const beats = isHeartbeat(kind);
  const trouble = target?.trouble ?? '';
  return (
    <>
      <div class="facts muted">
        {target === undefined ? null : <bdi>{target.host}</bdi>}
        {beats && target !== undefined ? <span>{(target.schedule ?? '') === '' ? texts.watchesHealth : texts.watches(target.schedule ?? '')}</span> : null}
        {target === undefined ? null : <Last time={target.lastSent ?? ''} isBeat={beats} />}
        {target === undefined || target.waiting === 0 ? null : <Badge tone="warn">{texts.waiting(target.waiting)}</Badge>}
        {target === undefined || target.digest === 0 ? null : <Badge tone="quiet">{texts.digest(target.digest)}</Badge>}
      </div>
      {trouble === '' ? null : <p class="trouble"><bdi>{trouble}</bdi>{target?.isOutOfOrder === true && (target.until ?? '') !== '' ? <span class="muted"> {texts.until} <Ago time={target.until ?? ''} /></span> : null}</p>}
      {target === undefined ? <p class="muted">{texts.unusedLong}</p> : null}
      {entry?.fixedBy === undefined ? null : <small class="muted">{t.setup.fixed(entry.fixedBy)}</small>}
    </>
  );
}

function Last({ time, isBeat }: { time: string; isBeat: boolean }) {
  const texts = t.system.targets;
  return time === '' ? <span>{isBeat ? texts.neverBeat : texts.neverSent}</span> : <span>{isBeat ? texts.lastBeat : texts.lastSent} <Ago time={time} /></span>;
}
