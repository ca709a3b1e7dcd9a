import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { answer, client } from '../../../api/client';
import type { Problem } from '../../../api/problem';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { PathName } from '../../../parts/PathName';
import { useMay } from '../../../shell/SessionContext';
import { addressOf, useAddress } from '../../../shell/address';
import { t } from '../../../texts';
import { Explained } from './Explained';
import type { Explanation } from '../model';

/** A form with a path, and why a track of that file would be chosen. The path is in the address. */
export function ExplainPage() {
  const { path = '', language = '' } = useAddress().query;
  const may = useMay('operate');
  const told = useQuery<Explanation, Problem>({
    queryKey: ['explain', path, language],
    queryFn: () => answer(client.POST('/api/audio/explain', { body: { path, instance: null, originalLanguage: language === '' ? null : language } })),
    enabled: may && path !== '',
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <>
      <Card title={t.audio.explain.title}>
        <p class="muted">{t.audio.explain.intro}</p>
        {may ? null : <p class="note">{t.parts.needs('operate')}</p>}
        <ExplainForm key={`${path}\n${language}`} path={path} language={language} isBusy={told.isFetching} onAgain={() => void told.refetch()} />
      </Card>
      {path === '' || !may ? null : (
        <section class="card" aria-live="polite" aria-busy={told.isFetching}>
          <h2><PathName path={path} /></h2>
          <Loaded query={told} lines={6}>{found => <Explained told={found} />}</Loaded>
        </section>
      )}
    </>
  );
}

interface FormProps {
  path: string;
  language: string;
  isBusy: boolean;
  onAgain: () => void;
}

function ExplainForm({ path, language, isBusy, onAgain }: FormProps) {
  const [, go] = useLocation();
  const may = useMay('operate');
  const [wanted, setWanted] = useState(path);
  const [original, setOriginal] = useState(language);
  useEffect(() => setWanted(path), [path]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (wanted.trim() === path && original.trim() === language) {
      onAgain();
    } else {
      go(addressOf('/audio/explain', { path: wanted.trim(), language: original.trim() }));
    }
  };
  return (
    <form class="explain-form" onSubmit={submit}>
      <label class="field path-field">
        <span>{t.audio.explain.path}</span>
        <input name="path" required spellcheck={false} autocomplete="off" value={wanted} aria-describedby="path-hint" onInput={event => setWanted(event.currentTarget.value)} />
        <small id="path-hint">{t.audio.explain.pathHint}</small>
      </label>
      <label class="field">
        <span>{t.audio.explain.language}</span>
        <input name="language" spellcheck={false} autocomplete="off" value={original} aria-describedby="language-hint" onInput={event => setOriginal(event.currentTarget.value)} />
        <small id="language-hint">{t.audio.explain.languageHint}</small>
      </label>
      <Button type="submit" isPrimary isBusy={isBusy} disabled={!may} title={may ? undefined : t.parts.needs('operate')}>{t.audio.explain.submit}</Button>
    </form>
  );
}
