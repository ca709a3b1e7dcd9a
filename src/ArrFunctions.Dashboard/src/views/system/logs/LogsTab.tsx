import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useGet } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { LevelDialog } from './LevelDialog';
import { LevelRow } from './LevelRow';

/** What is written to the log, and what shall be for a while. */
export function LogsTab() {
  const texts = t.system.logs;
  const may = useMay('admin');
  const [edited, setEdited] = useState<string | null>(null);
  const edit = (category: string) => setEdited(category);
  const refusal = may ? undefined : t.parts.needs('admin');
  return (
    <Card title={texts.title} aside={<Button onClick={() => edit('')} disabled={!may} title={refusal}><Plus size={16} aria-hidden="true" />{texts.add}</Button>}>
      <p class="muted">{texts.what}</p>
      <Loaded query={useGet('/api/logs/levels', undefined, { poll: 60_000 })} lines={6}>
        {({ levels, closed }) => (
          <>
            <table class="stacked levels">
              <thead><tr>{[texts.category, texts.level, texts.configured, texts.until].map(title => <th key={title} scope="col">{title}</th>)}<td /></tr></thead>
              <tbody>{[...levels].sort((a, b) => Number(b.category === 'default') - Number(a.category === 'default')).map(level => <LevelRow key={level.category} level={level} refusal={refusal} onEdit={() => edit(level.category)} />)}</tbody>
            </table>
            <details>
              <summary>{texts.closed(closed.length)}</summary>
              <p class="muted">{texts.closedWhy}</p>
              <ul>{closed.map(({ category, lowest }) => <li key={category}><code>{category}</code> – {texts.lowest(lowest)}</li>)}</ul>
            </details>
            {edited === null ? null : <LevelDialog category={edited} level={levels.find(level => level.category === edited)?.level ?? 'debug'} onClose={() => setEdited(null)} />}
          </>
        )}
      </Loaded>
    </Card>
  );
}
