import { useState } from 'preact/hooks';
import { answer, client } from '../../api/client';
import { useAction } from '../../api/hooks';
import { useQuery } from '@tanstack/preact-query';
import { Button } from '../../parts/Button';
import { ErrorNote } from '../../parts/ErrorNote';
import { t } from '../../texts';
import { LanguagesEditor } from './LanguagesEditor';
import { Preview } from './Preview';

/** One file of the user, looked at as an import would be. */
export function PreviewStep() {
  const [typed, setTyped] = useState<string | null>(null);
  const sample = useSample();
  const path = typed ?? sample ?? '';
  const look = useAction((file: string) => answer(client.POST('/api/audio/explain', { body: { path: file } })), ['/api/setup']);
  const submit = (event: Event) => {
    event.preventDefault();
    look.mutate(path.trim());
  };
  return (
    <>
      <LanguagesEditor onSaved={() => look.data === undefined ? undefined : look.mutate(path.trim())} />
      <form class="fields" onSubmit={submit}>
        <label class="field">
          <span>{t.setup.preview.path}</span>
          <input required value={path} spellcheck={false} onInput={event => setTyped(event.currentTarget.value)} />
          <small>{t.setup.preview.pathHint}</small>
        </label>
        <div class="actions"><Button type="submit" isPrimary isBusy={look.isPending}>{t.setup.preview.look}</Button></div>
      </form>
      {look.error === null ? null : <ErrorNote problem={look.error} />}
      {look.data === undefined ? null : <Preview found={look.data} />}
    </>
  );
}

/** A file that was found by the mappings, so that nobody has to type one. */
function useSample(): string | undefined {
  const reports = useQuery({ queryKey: ['sample'], queryFn: () => answer(client.POST('/api/mappings/check', { body: {} })), staleTime: Infinity, retry: false });
  return reports.data?.instances.find(report => typeof report.sample === 'string')?.sample ?? undefined;
}
