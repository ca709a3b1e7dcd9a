import { useState } from 'preact/hooks';
import { answer, client } from '../../../api/client';
import type { components } from '../../../api/schema';
import { ActionButton } from '../../../parts/ActionButton';
import { ReportNote } from '../../../parts/ReportNote';
import { t } from '../../../texts';

type Report = components['schemas']['ConnectionReport'];

export function InstanceRow({ name, service, url }: { name: string; service: string; url: string }) {
  const [report, setReport] = useState<Report | null>(null);
  const test = async () => setReport(await answer(client.POST('/api/instances/{instance}/test', { params: { path: { instance: name } } })));
  return (
    <li class="instance">
      <div>
        <strong><bdi>{name}</bdi></strong> <small class="muted">{t.system.instances.services[service] ?? service}</small>
        <small class="muted"><bdi>{url}</bdi></small>
      </div>
      <ActionButton act={test} changes={[]} label={t.system.instances.testOf(name)}>{t.system.instances.test}</ActionButton>
      {report === null ? null : <ReportNote report={report} />}
    </li>
  );
}
