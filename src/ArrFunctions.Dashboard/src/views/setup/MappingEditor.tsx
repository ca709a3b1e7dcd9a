import { useState } from 'preact/hooks';
import { answer, client } from '../../api/client';
import type { components } from '../../api/schema';
import { ActionButton } from '../../parts/ActionButton';
import { Badge } from '../../parts/Badge';
import { Button } from '../../parts/Button';
import { t } from '../../texts';
import type { Instance } from './InstanceRow';
import { MappingPairs } from './MappingPairs';
import { complete, ownPairs, type Pair } from './pairs';

type Report = components['schemas']['MappingReport'];

/** Where the folders of one instance lie here, looked at before it is saved. */
export function MappingEditor({ instance }: { instance: Instance }) {
  const [edited, setEdited] = useState<readonly Pair[] | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const pairs = edited ?? ownPairs(instance);
  const name = instance.name;
  const check = async () => {
    const found = await answer(client.POST('/api/mappings/check', { body: edited === null ? { instance: name } : { instance: name, mappings: complete(pairs) } }));
    setReport(found.instances[0] ?? null);
  };
  const save = async () => {
    await answer(client.PUT('/api/mappings', { body: { instance: name, mappings: complete(pairs) } }));
    setEdited(null);
    await check();
  };
  const proposed = report?.proposedMappings ?? [];
  return (
    <section class="editor" aria-label={t.setup.media.mappings(name)}>
      <h3>{t.setup.media.mappings(name)} {report === null ? null : <Badge tone={report.isRight ? 'good' : 'bad'}>{report.isRight ? t.setup.media.right : t.setup.media.wrong}</Badge>}</h3>
      <p class="muted">{t.setup.media.same}</p>
      <MappingPairs name={name} pairs={pairs} onChange={setEdited} />
      {report === null ? null : <ul class="findings">{report.findings.map(finding => <Finding key={`${finding.code} ${finding.sentence}`} finding={finding} />)}</ul>}
      {proposed.length === 0 ? null : (
        <p class="note">
          {proposed.map(pair => <span key={pair.from}><code>{pair.from}</code> → <code>{pair.to}</code> </span>)}
          <Button onClick={() => setEdited(proposed.map(({ from, to }) => ({ from: from ?? '', to: to ?? '' })))}>{t.setup.media.propose}</Button>
        </p>
      )}
      <div class="actions">
        <ActionButton needs={edited === null ? 'operate' : 'admin'} act={check} changes={['/api/setup']}>{t.setup.media.check}</ActionButton>
        <ActionButton isPrimary needs="admin" disabled={edited === null} act={save} changes={['/api/instances', '/api/config', '/api/setup']} done={() => t.setup.media.saved(name)}>
          {t.setup.media.save}
        </ActionButton>
      </div>
    </section>
  );
}

function Finding({ finding }: { finding: components['schemas']['MappingFinding'] }) {
  const badge = finding.code === 'right' ? <Badge tone="good">{t.setup.media.right}</Badge>
    : finding.code === 'nothingToCheck' ? <Badge tone="quiet">{t.setup.media.nothing}</Badge>
    : <Badge tone="bad">{t.setup.media.wrong}</Badge>;
  return <li>{badge} {finding.sentence}</li>;
}
