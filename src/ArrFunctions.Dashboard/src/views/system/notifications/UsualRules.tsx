import { ActionButton } from '../../../parts/ActionButton';
import { t } from '../../../texts';
import { removed, type Entry, type Wish } from './entries';
import { copied, ruleList } from './rules';
import { changes, store } from './store';
import type { Rule } from './told';

/** Makes the usual rules somebody's own, so that they can be changed. */
export function CopyButton({ rules, tag }: { rules: readonly Rule[]; tag: string | null }) {
  const texts = t.system.rules;
  return rules.length === 0 ? null : (
    <ActionButton needs="admin" act={() => store(copied(rules), tag)} changes={changes} done={() => texts.copied} confirm={{ title: texts.copy, body: <p>{texts.copyBody}</p>, button: texts.copyDo }}>{texts.copy}</ActionButton>
  );
}

/** Takes away what is stored, so that the usual rules hold; not where a file or the environment has some. */
export function UsualButton({ entries, tag }: { entries: readonly Entry[]; tag: string | null }) {
  const texts = t.system.rules;
  return entries.some(entry => entry.fixedBy !== undefined) ? null : (
    <ActionButton needs="admin" isQuiet act={() => store(Object.assign({}, ...entries.map(entry => removed(ruleList, entry))) as Wish, tag)} changes={changes} done={() => texts.usualAgainDone}
      confirm={{ title: texts.usualAgain, body: <p>{texts.usualAgainBody}</p>, button: texts.usualAgain }}>
      {texts.usualAgain}
    </ActionButton>
  );
}
