import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { Route, Router, Switch } from 'wouter-preact';
import { Problem } from './api/problem';
import { findSession, isLeft, onSession, type Session } from './api/session';
import { ErrorNote } from './parts/ErrorNote';
import { SessionContext } from './shell/SessionContext';
import { Shell } from './shell/Shell';
import { useHashLocation } from './shell/hashLocation';
import { pages } from './shell/pages';
import { t } from './texts';
import { NotFound } from './views/NotFound';
import { SignIn } from './views/signin/SignIn';

/** Shows the sign-in page until somebody is signed in, and again when the session is over; the address stays, so that one goes on where one was. */
export function App() {
  const queries = useQueryClient();
  const [session, setSession] = useState<Session | null | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [hadSession, setHadSession] = useState(false);

  useEffect(() => onSession(found => {
    setSession(found);
    if (found === null) {
      queries.clear();
    } else {
      setHadSession(true);
    }
  }), [queries]);

  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    findSession().then(() => setProblem(null), (fault: unknown) => {
      setProblem(fault as Problem);
      again = setTimeout(() => setAttempt(attempt + 1), 3000);
    });
    return () => clearTimeout(again);
  }, [attempt]);

  // Somebody may have signed in in another tab.
  const isStranger = session === null;
  useEffect(() => {
    const look = () => {
      if (!document.hidden) {
        findSession().catch(() => undefined);
      }
    };
    if (isStranger) {
      document.addEventListener('visibilitychange', look);
    }

    return () => document.removeEventListener('visibilitychange', look);
  }, [isStranger]);

  if (session === undefined) {
    return problem === null ? <p class="starting" role="status">{t.app.starting}</p> : <ErrorNote problem={problem} />;
  }

  if (session === null) {
    return <SignIn hasEnded={hadSession && !isLeft()} />;
  }

  return (
    <SessionContext.Provider value={session}>
      <Router hook={useHashLocation}>
        <Shell>
          <Switch>
            {pages.map(({ path, route, view: View }) => <Route key={path} path={route}><View /></Route>)}
            <Route component={NotFound} />
          </Switch>
        </Shell>
      </Router>
    </SessionContext.Provider>
  );
}
