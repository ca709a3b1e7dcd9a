import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ActionButton } from '../../../parts/ActionButton';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import type { Configuration } from '../configuration/useConfiguration';
import { entriesOf, firstPlace, removed, type Entry } from './entries';
import { RuleForm } from './RuleForm';
import { RuleRow } from './RuleRow';
import { isInStep, linesOf, ruleList, stored } from './rules';
import { changes, store } from './store';
import type { Told } from './targets';

/** The rules in words, in their order; those that are stored can be changed. */
export function RulesCard({ told, configuration }: { told: Told; configuration: Configuration }) {
  const texts = t.system.rules;
  const may = useMay('admin');
  const [edited, setEdited] = useState<number | null>(null);
  const entries = entriesOf(configuration.settings, ruleList);
  const lines = linesOf(told, entries);
  const inStep = isInStep(told, entries);
  const add = <Button disabled={!may} title={may ? undefined : t.parts.needs('admin')} onClick={() => setEdited(lines.length)}><Plus size={16} aria-hidden="true" />{texts.add}</Button>;
  return (
    <Card title={texts.title} class="rules" aside={told.areUsualRules ? <OwnButton told={told} tag={configuration.tag} /> : <><UsualButton entries={entries} tag={configuration.tag} />{inStep ? add : null}</>}>
      <p class="muted">{texts.what} {told.areUsualRules ? texts.usual : null}</p>
      {inStep ? null : <p class="note warn">{texts.mixed}</p>}
      {entries.some(entry => entry.fixedBy !== undefined) ? <p class="muted">{texts.fixed}</p> : null}
      {lines.length === 0 ? <Empty>{texts.none}</Empty> : (
        <ol class="rows">
          {lines.map((line, at) => (
            <RuleRow key={line.entry?.place ?? `${at} ${line.rule.text}`} line={line} before={lines[at - 1]?.entry} number={at + 1} tag={configuration.tag} onEdit={() => setEdited(at)} />
          ))}
        </ol>
      )}
      {edited === null ? null : <RuleForm line={lines[edited]} number={edited + 1} entries={entries} told={told} tag={configuration.tag} onClose={() => setEdited(null)} />}
    </Card>
  );
}

function OwnButton({ told, tag }: { told: Told; tag: string | null }) {
  const texts = t.system.rules;
  return (
    <ActionButton needs="admin" act={() => store(stored(told.rules, firstPlace), tag)} changes={changes} done={() => texts.owned}
      confirm={{ title: texts.ownTitle, body: <p>{texts.ownBody}</p>, button: texts.own }}>
      {texts.own}
    </ActionButton>
  );
}

function UsualButton({ entries, tag }: { entries: readonly Entry[]; tag: string | null }) {
  const texts = t.system.rules;
  return entries.length === 0 || entries.some(entry => entry.fixedBy !== undefined) ? null : (
    <ActionButton needs="admin" isQuiet act={() => store(Object.assign({}, ...entries.map(entry => removed(ruleList, entry))) as ReturnType<typeof removed>, tag)} changes={changes} done={() => texts.usualAgainDone}
      confirm={{ title: texts.usualAgain, body: <p>{texts.usualAgainBody}</p>, button: texts.usualAgain }}>
      {texts.usualAgain}
    </ActionButton>
  );
}
