import { useState } from 'preact/hooks';
import { answer, client } from '../../api/client';
import { useAction } from '../../api/hooks';
import type { components } from '../../api/schema';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { ErrorNote } from '../../parts/ErrorNote';
import { ReportNote } from '../../parts/ReportNote';
import { toast } from '../../parts/Toasts';
import { t } from '../../texts';
import { InstanceFields } from './InstanceFields';
import type { Instance } from './InstanceRow';
import { emptyForm, type Filled } from './form';

type Report = components['schemas']['ConnectionReport'];

interface Props {
  /** The one that is changed; null: a new one. */
  instance: Instance | null;
  taken: readonly Instance[];
  onClose: () => void;
}

/** Address and key of an instance: tested before they are saved. */
export function InstanceForm({ instance, taken, onClose }: Props) {
  const [filled, setFilled] = useState<Filled>(() => emptyForm(instance, taken));
  const [report, setReport] = useState<Report | null>(null);
  const test = useAction((form: Filled) => answer(client.POST('/api/instances/test', { body: candidate(form, instance) })), []);
  const save = useAction((form: Filled) => saved(form, instance), ['/api/instances', '/api/setup', '/health', '/api/indexers']);
  const isRight = report?.isRight === true;
  const change = (next: Filled) => {
    setFilled(next);
    setReport(null);
  };
  const store = () => save.mutate(filled, { onSuccess: () => { toast(t.setup.instances.saved(filled.name), 'good'); onClose(); } });
  const submit = (event: Event) => {
    event.preventDefault();
    if (isRight) {
      store();
    } else {
      test.mutate(filled, { onSuccess: setReport });
    }
  };
  const actions = (
    <>
      {report !== null && !isRight ? <Button isBusy={save.isPending} onClick={store}>{t.setup.instances.anyway}</Button> : null}
      <Button onClick={onClose}>{t.parts.cancel}</Button>
      <Button type="submit" form="instance" isPrimary isBusy={test.isPending || save.isPending}>{isRight ? t.setup.instances.save : t.setup.instances.test}</Button>
    </>
  );
  const problem = save.error ?? test.error;
  return (
    <Dialog title={instance === null ? t.setup.instances.add : t.setup.instances.edit(instance.name)} actions={actions} onClose={onClose}>
      <form id="instance" class="fields" onSubmit={submit}>
        <InstanceFields filled={filled} isNew={instance === null} onChange={change} />
        {report === null ? <p class="muted">{t.setup.instances.needsTest}</p> : <ReportNote report={report} />}
        {problem === null ? null : <ErrorNote problem={problem} />}
      </form>
    </Dialog>
  );
}

const candidate = ({ service, url, apiKey }: Filled, instance: Instance | null) => ({
  service, url: url.trim(), ...(apiKey === '' ? {} : { apiKey: apiKey.trim() }), ...(instance === null ? {} : { instance: instance.name }),
});

const saved = ({ name, service, url, apiKey }: Filled, instance: Instance | null) => instance === null
  ? answer(client.POST('/api/instances', { body: { name: name.trim(), service, url: url.trim(), apiKey: apiKey.trim() } }))
  : answer(client.PUT('/api/instances/{instance}', { params: { path: { instance: instance.name } }, body: { url: url.trim(), ...(apiKey === '' ? {} : { apiKey: apiKey.trim() }) } }));
