import { useState } from 'preact/hooks';
import { answer, client } from '../../api/client';
import type { components } from '../../api/schema';
import { ActionButton } from '../../parts/ActionButton';
import { Button } from '../../parts/Button';
import { useMay } from '../../shell/SessionContext';
import { ReportNote } from '../../parts/ReportNote';
import { t } from '../../texts';

export type Instance = components['schemas']['InstanceView'];

/** Sonarr and Radarr have files and send webhooks about them; Prowlarr has none. */
export const hasLibrary = (instance: Instance): boolean => instance.isUsed && instance.service !== 'prowlarr';

export function InstanceRow({ instance, onEdit }: { instance: Instance; onEdit: () => void }) {
  const [report, setReport] = useState<components['schemas']['ConnectionReport'] | null>(null);
  const may = useMay('admin');
  const params = { params: { path: { instance: instance.name } } };
  const test = async () => setReport(await answer(client.POST('/api/instances/{instance}/test', params)));
  return (
    <li class="instance">
      <div>
        <strong><bdi>{instance.name}</bdi></strong> <span class="muted">{instance.service}</span>
        <div><bdi>{instance.url}</bdi></div>
        {instance.isEditable ? null : <small class="muted">{t.setup.fixed(instance.place ?? instance.source)}</small>}
        {instance.isUsed ? null : <p class="note bad">{t.setup.instances.leftOut}</p>}
      </div>
      <div class="actions">
        <ActionButton act={test} changes={['/api/setup', '/health']}>{t.setup.instances.test}</ActionButton>
        {instance.isEditable ? (
          <>
            <Button disabled={!may} onClick={onEdit} aria-label={t.setup.instances.edit(instance.name)}>{t.setup.instances.change}</Button>
            <ActionButton isDanger needs="admin" act={() => answer(client.DELETE('/api/instances/{instance}', params))}
              changes={['/api/instances', '/api/setup', '/health', '/api/indexers']} done={() => t.setup.instances.removed(instance.name)}
              confirm={{ title: t.setup.instances.removeTitle(instance.name), body: t.setup.instances.removeBody, button: t.setup.instances.remove }}>
              {t.setup.instances.remove}
            </ActionButton>
          </>
        ) : null}
      </div>
      {report === null ? null : <ReportNote report={report} />}
    </li>
  );
}
