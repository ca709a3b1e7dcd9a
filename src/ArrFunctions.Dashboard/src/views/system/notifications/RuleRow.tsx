import { ArrowUp } from 'lucide-preact';
import { ActionButton } from '../../../parts/ActionButton';
import { Button } from '../../../parts/Button';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { removed, swapped, type Entry } from './entries';
import { ruleList, type RuleLine } from './rules';
import { RuleWords } from './RuleWords';
import { changes, store } from './store';

interface Props {
  line: RuleLine;
  /** The entry above it. */
  before: Entry | undefined;
  number: number;
  tag: string | null;
  onEdit: () => void;
}

export function RuleRow({ line: { rule, entry }, before, number, tag, onEdit }: Props) {
  return (
    <li class="rule">
      <span class="place" aria-hidden="true">{number}</span>
      <div>
        <RuleWords rule={rule} />
        {entry?.fixedBy === undefined ? null : <small class="muted">{t.setup.fixed(entry.fixedBy)}</small>}
      </div>
      {entry === undefined || entry.fixedBy !== undefined ? null : <Change entry={entry} before={before} number={number} tag={tag} onEdit={onEdit} />}
    </li>
  );
}

function Change({ entry, before, number, tag, onEdit }: { entry: Entry } & Pick<Props, 'before' | 'number' | 'tag' | 'onEdit'>) {
  const texts = t.system.rules;
  const may = useMay('admin');
  return (
    <div class="actions">
      {before === undefined || before.fixedBy !== undefined ? null : (
        <ActionButton needs="admin" isQuiet act={() => store(swapped(ruleList, entry, before), tag)} changes={changes} label={texts.up(number)} done={() => texts.moved}><ArrowUp size={16} aria-hidden="true" /></ActionButton>
      )}
      <Button disabled={!may} title={may ? undefined : t.parts.needs('admin')} onClick={onEdit} aria-label={texts.changeOf(number)}>{texts.change}</Button>
      <ActionButton needs="admin" isDanger act={() => store(removed(ruleList, entry), tag)} changes={changes} label={texts.removeOf(number)} done={() => texts.removed}
        confirm={{ title: texts.removeTitle(number), body: <p>{texts.what}</p>, button: texts.remove }}>
        {texts.remove}
      </ActionButton>
    </div>
  );
}
