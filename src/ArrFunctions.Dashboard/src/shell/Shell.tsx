import { useQueryClient } from '@tanstack/preact-query';
import { LogOut } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { findSession, signOut } from '../api/session';
import type { Problem } from '../api/problem';
import { LiveUpdates, type LiveState } from '../live/LiveUpdates';
import { Toasts, toast } from '../parts/Toasts';
import { t } from '../texts';
import { pages } from './pages';
import { useSession } from './SessionContext';
import { VersionNote } from './VersionNote';

/** The frame of every page: navigation, whether the page is up to date, who is signed in. */
export function Shell({ children }: { children: ComponentChildren }) {
  const live = useLive();
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  const page = pages.find(known => known.path !== '/' && location.startsWith(known.path)) ?? pages[0];
  useEffect(() => {
    document.title = `${page?.title ?? ''} · ${t.app.name}`;
    window.scrollTo(0, 0);
  }, [page]);

  return (
    <div class="shell">
      <button type="button" class="skip" onClick={() => main.current?.focus()}>{t.app.skip}</button>
      <header class="top">
        <Link href="/" class="brand"><span class="mark" aria-hidden="true"><i /><i /><i /><i /></span>{t.app.name}</Link>
        <LiveBadge state={live} />
        <Who />
      </header>
      <nav class="navigation" aria-label={t.app.navigation}>
        <ul>
          {pages.filter(known => known.icon !== undefined).map(({ path, title, icon: Icon }) => (
            <li key={path}>
              <Link href={path} aria-current={page?.path === path ? 'page' : undefined}>
                {Icon === undefined ? null : <Icon size={20} aria-hidden="true" />}
                <span>{title}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main ref={main} tabIndex={-1} key={page?.path} class={page?.name ?? ''}>
        {live === 'lost' ? <p class="banner" role="status">{t.live.lostLong}</p> : null}
        <VersionNote />
        {children}
      </main>
      <Toasts />
    </div>
  );
}

function useLive(): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('stream');
  useEffect(() => {
    const updates = new LiveUpdates(queries, setState, () => findSession().then(() => true, () => false));
    return () => updates.close();
  }, [queries]);
  return state;
}

function LiveBadge({ state }: { state: LiveState }) {
  return <span class={`live ${state}`} title={t.live.title[state]}><i aria-hidden="true" />{t.live.label[state]}</span>;
}

function Who() {
  const session = useSession();
  const leave = () => {
    signOut().catch((fault: unknown) => toast((fault as Problem).message, 'bad'));
  };
  return (
    <div class="who">
      <span class="name">{t.app.signedIn(session.name, session.role)}</span>
      <button type="button" class="quiet" onClick={leave} aria-label={t.app.signOut} title={t.app.signOut}><LogOut size={18} aria-hidden="true" /></button>
    </div>
  );
}
