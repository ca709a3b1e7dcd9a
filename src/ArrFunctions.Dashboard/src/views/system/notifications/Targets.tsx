import { Plus, Send } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ActionButton } from '../../../parts/ActionButton';
import { Button } from '../../../parts/Button';
import { Empty } from '../../../parts/Empty';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import type { Configuration } from '../configuration/useConfiguration';
import { entriesOf } from './entries';
import { ruleList } from './rules';
import { TargetForm } from './TargetForm';
import { TargetRow } from './TargetRow';
import { linesOf, targetList, type TargetLine } from './targets';
import { tested, type Tested } from './tested';
import type { Told } from './told';
import './notifications.css';

/** Every target with how it stands, a test for each and for all, and a form to add one. */
export function Targets({ told, configuration }: { told: Told; configuration: Configuration }) {
  const texts = t.system.targets;
  const may = useMay('admin');
  const [edited, setEdited] = useState<TargetLine | 'new' | null>(null);
  const [results, setResults] = useState<readonly Tested[]>([]);
  const lines = linesOf(told.targets, entriesOf(configuration.settings, targetList));
  const test = async (target?: string) => {
    const found = await tested(target);
    setResults(known => [...known.filter(one => !found.some(other => other.target === one.target)), ...found]);
  };
  return (
    <div class="targets">
      <p class="muted">{texts.what}</p>
      {lines.length === 0 ? <Empty>{texts.none}</Empty> : (
        <ul class="rows">
          {lines.map(line => (
            <TargetRow key={line.name} line={line} rules={entriesOf(configuration.settings, ruleList)} tag={configuration.tag}
              result={results.find(result => result.target === line.name)} onTest={() => test(line.name)} onEdit={() => setEdited(line)} />
          ))}
        </ul>
      )}
      <div class="actions">
        <Button isPrimary={lines.length === 0} disabled={!may} title={may ? undefined : t.parts.needs('admin')} onClick={() => setEdited('new')}><Plus size={16} aria-hidden="true" />{texts.add}</Button>
        {told.targets.length < 2 ? null : <ActionButton act={() => test()} changes={['/api/notifications', '/api/events']}><Send size={16} aria-hidden="true" />{texts.testAll}</ActionButton>}
      </div>
      {edited === null ? null : <TargetForm line={edited === 'new' ? null : edited} names={lines.map(line => line.name)} configuration={configuration} onClose={() => setEdited(null)} />}
    </div>
  );
}
