import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { answer, client } from '../../../api/client';
import { useAction } from '../../../api/hooks';
import { Button } from '../../../parts/Button';
import { ErrorNote } from '../../../parts/ErrorNote';
import { useMay } from '../../../shell/SessionContext';
import { t } from '../../../texts';
import { DryRunNote } from '../plans/DryRunNote';
import { DryRunChoice } from './DryRunChoice';
import { FileFilters } from './FileFilters';
import { bodyOfForm, emptyForm, type Form } from './startForm';

interface Props {
  folders: readonly string[];
  /** Audio:DryRun is true: nothing may be changed. */
  onlyPlans: boolean;
}

/** What a batch is asked for with; a dry run unless one says otherwise. */
export function StartForm({ folders, onlyPlans }: Props) {
  const [, go] = useLocation();
  const may = useMay('operate');
  const [form, setForm] = useState<Form>({ ...emptyForm, path: folders[0] ?? '' });
  const change = (changed: Partial<Form>) => setForm(before => ({ ...before, ...changed }));
  const start = useAction(() => answer(client.POST('/api/batch', { body: bodyOfForm(form) })), ['/api/batch']);
  const submit = (event: Event) => {
    event.preventDefault();
    start.mutate(undefined, { onSuccess: begun => go(`/audio/batches/${begun.batchId}`) });
  };
  return (
    <form class="start-form" onSubmit={submit}>
      <label class="field">
        <span>{t.audio.start.folder}</span>
        <input name="path" list="folders" required spellcheck={false} autocomplete="off" aria-describedby="folder-hint" value={form.path} onInput={event => change({ path: event.currentTarget.value })} />
        <small id="folder-hint">{t.audio.start.folderHint}</small>
      </label>
      <datalist id="folders">{folders.map(folder => <option key={folder} value={folder} />)}</datalist>
      {folders.length === 0 ? null : (
        <div class="actions suggestions">{folders.map(folder => <Button key={folder} aria-pressed={form.path === folder} onClick={() => change({ path: folder })}><bdi>{folder}</bdi></Button>)}</div>
      )}
      <label class="check"><input type="checkbox" checked={form.recursive} onChange={event => change({ recursive: event.currentTarget.checked })} />{t.audio.start.recursive}</label>
      <DryRunChoice dryRun={form.dryRun} onlyPlans={onlyPlans} onChange={dryRun => change({ dryRun })} />
      <details>
        <summary>{t.audio.start.more}</summary>
        <FileFilters form={form} onChange={change} />
      </details>
      {start.error === null ? null : start.error.code === 'dryRun' ? <DryRunNote problem={start.error} text={t.audio.batch.dryRunOnly} />
        : start.error.code === 'noRoots' ? <DryRunNote problem={start.error} text={t.audio.start.noRoots} /> : <ErrorNote problem={start.error} />}
      {may ? null : <p class="note">{t.parts.needs('operate')}</p>}
      <div class="actions">
        <Button type="submit" isPrimary isBusy={start.isPending} disabled={!may} title={may ? undefined : t.parts.needs('operate')}>
          {form.dryRun ? t.audio.start.submitDry : t.audio.start.submitReal}
        </Button>
      </div>
    </form>
  );
}
