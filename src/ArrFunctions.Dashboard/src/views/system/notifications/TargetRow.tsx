import { ActionButton } from '../../../parts/ActionButton';
import { Badge } from '../../../parts/Badge';
import { Button } from '../../../parts/Button';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { removed, type Entry } from './entries';
import { changes, store } from './store';
import { TargetFacts } from './TargetFacts';
import { isHeartbeat } from './targetForm';
import type { Tested } from './tested';
import { rulesWith, stateOf, targetList, type TargetLine } from './targets';

interface Props {
  line: TargetLine;
  /** The rules that are written. */
  rules: readonly Entry[];
  tag: string | null;
  /** What came of the last test. */
  result: Tested | undefined;
  onTest: () => Promise<void>;
  onEdit: () => void;
}

export function TargetRow({ line, rules, tag, result, onTest, onEdit }: Props) {
  const texts = t.system.targets;
  const { words, tone } = stateOf(line);
  const { name, kind, target, entry } = line;
  return (
    <li class="target">
      <div>
        <p><strong><bdi>{name}</bdi></strong> <span class="muted">{texts.kinds[kind] ?? kind}</span> <Badge tone={tone}>{words}</Badge></p>
        <TargetFacts line={line} />
      </div>
      <div class="actions">
        {target === undefined ? null : <ActionButton act={onTest} changes={['/api/notifications', '/api/events']} label={texts.testOf(name)}>{texts.test}</ActionButton>}
        {entry === undefined || entry.fixedBy !== undefined ? null : <Change name={name} entry={entry} rules={rulesWith(rules, name)} tag={tag} onEdit={onEdit} />}
      </div>
      {result === undefined ? null : <p class={`note ${result.isSent ? 'good' : 'bad'}`} role="status">{result.isSent ? isHeartbeat(kind) ? texts.beat : texts.sent : <>{texts.notSent} <bdi>{result.reason}</bdi></>}</p>}
    </li>
  );
}

function Change({ name, entry, rules, tag, onEdit }: { name: string; entry: Entry; rules: number; tag: string | null; onEdit: () => void }) {
  const texts = t.system.targets;
  const may = useMay('admin');
  const confirm = {
    title: texts.removeTitle(name),
    body: <><p>{texts.removeBody}</p>{rules === 0 ? null : <p class="note warn">{texts.removeRules(rules)}</p>}</>,
    button: texts.remove,
  };
  return (
    <>
      <Button disabled={!may} title={may ? undefined : t.parts.needs('admin')} onClick={onEdit} aria-label={texts.changeOf(name)}>{texts.change}</Button>
      <ActionButton act={() => store(removed(targetList, entry), tag)} changes={changes} needs="admin" isDanger confirm={confirm} label={texts.removeOf(name)} done={() => texts.removed(name)}>{texts.remove}</ActionButton>
    </>
  );
}
