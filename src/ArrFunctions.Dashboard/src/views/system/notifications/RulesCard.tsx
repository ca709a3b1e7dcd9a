import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import type { Configuration } from '../configuration/useConfiguration';
import { entriesOf } from './entries';
import { RuleForm } from './RuleForm';
import { RuleRow } from './RuleRow';
import { isInStep, linesOf, ruleList } from './rules';
import type { Told } from './told';
import { CopyButton, UsualButton } from './UsualRules';

/** The rules in words, in their order; those that are stored can be changed. */
export function RulesCard({ told, configuration }: { told: Told; configuration: Configuration }) {
  const texts = t.system.rules;
  const may = useMay('admin');
  const [edited, setEdited] = useState<number | null>(null);
  const entries = entriesOf(configuration.settings, ruleList);
  const lines = linesOf(told.rules, entries);
  const inStep = isInStep(told.rules, entries);
  const areUsual = entries.length === 0;
  const add = <Button disabled={!may} title={may ? undefined : t.parts.needs('admin')} onClick={() => setEdited(entries.length)}><Plus size={16} aria-hidden="true" />{texts.add}</Button>;
  return (
    <Card title={texts.title} class="rules" aside={<>{areUsual ? <CopyButton rules={told.rules} tag={configuration.tag} /> : <UsualButton entries={entries} tag={configuration.tag} />}{inStep ? add : null}</>}>
      <p class="muted">{texts.what} {areUsual ? texts.usual : null}</p>
      {inStep ? null : <p class="note warn">{texts.mixed}</p>}
      {entries.some(entry => entry.fixedBy !== undefined) ? <p class="muted">{texts.fixed}</p> : null}
      {lines.length === 0 ? <Empty>{texts.none}</Empty> : (
        <ol class="rows">
          {lines.map((line, at) => (
            <RuleRow key={line.entry?.place ?? `${at} ${line.rule.text}`} line={line} before={lines[at - 1]?.entry} number={at + 1} tag={configuration.tag} onEdit={() => setEdited(at)} />
          ))}
        </ol>
      )}
      {edited === null ? null : <RuleForm entry={entries[edited] ?? null} number={edited + 1} entries={entries} targets={told.targets} tag={configuration.tag} onClose={() => setEdited(null)} />}
    </Card>
  );
}
