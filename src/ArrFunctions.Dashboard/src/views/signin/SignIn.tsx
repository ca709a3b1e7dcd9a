import { useEffect, useRef, useState } from 'preact/hooks';
import { signIn } from '../../api/session';
import type { Problem } from '../../api/problem';
import { Button } from '../../parts/Button';
import { t } from '../../texts';
import './signin.css';

/** The only page that a stranger sees. It knows nothing of what is behind it. */
export function SignIn({ hasEnded }: { hasEnded: boolean }) {
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = `${t.signIn.title} · ${t.app.name}`;
    field.current?.focus();
  }, []);

  const submit = (event: Event) => {
    event.preventDefault();
    setIsBusy(true);
    signIn(key.trim()).catch((fault: unknown) => {
      setProblem(fault as Problem);
      setIsBusy(false);
      field.current?.select();
    });
  };

  return (
    <main class="sign-in">
      <form onSubmit={submit} class="card">
        <p class="brand"><span class="mark" aria-hidden="true"><i /><i /><i /><i /></span>{t.app.name}</p>
        <h1>{t.signIn.title}</h1>
        {hasEnded ? <p role="status">{t.signIn.ended}</p> : null}
        <label class="field">
          <span>{t.signIn.key}</span>
          <input ref={field} type="password" name="key" autocomplete="current-password" spellcheck={false} required value={key}
            aria-describedby="where" aria-invalid={problem !== null} onInput={event => setKey(event.currentTarget.value)} />
        </label>
        {problem === null ? null : <p class="note bad" role="alert">{problem.message}</p>}
        <Button type="submit" isPrimary isBusy={isBusy}>{t.signIn.submit}</Button>
        <div id="where" class="muted">
          <p>{t.signIn.where} <code>{t.signIn.file}</code></p>
          <dl>
            {t.signIn.places.map(([how, command]) => <div key={command}><dt>{how}</dt><dd><code>{command}</code></dd></div>)}
          </dl>
        </div>
      </form>
    </main>
  );
}
