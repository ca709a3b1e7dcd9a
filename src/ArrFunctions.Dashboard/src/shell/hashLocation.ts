import { useSyncExternalStore } from 'preact/compat';
import type { BaseLocationHook } from 'wouter-preact';

/** The address within the page is all behind the `#`, its query as well: `#/audio?status=failed`. */
export const splitHash = (hash: string): { path: string; search: string } => {
  const [path = '', ...search] = hash.replace(/^#?\/?/, '').split('?');
  return { path: `/${path}`, search: search.join('?') };
};

let isBack = false;

/** Whether the last change of the address was one of the buttons of the browser. */
export const wentBack = (): boolean => isBack;

if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => {
    isBack = true;
  });
}

/** Tells of each change of the address until the function that is returned is called. */
export const subscribe = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

export const navigate = (to: string, { replace = false, state = null }: { replace?: boolean; state?: unknown } = {}) => {
  isBack = false;
  const before = location.href;
  const hash = `#/${to.replace(/^#?\/?/, '')}`;
  history[replace ? 'replaceState' : 'pushState'](state, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: location.href }));
};

const useSearch = () => useSyncExternalStore(subscribe, () => splitHash(location.hash).search);

/** For the router; the one that comes with it loses the query of a link that is opened by itself. */
export const useHashLocation = (() => [useSyncExternalStore(subscribe, () => splitHash(location.hash).path), navigate]) as unknown as BaseLocationHook;
useHashLocation.hrefs = href => `#${href}`;
useHashLocation.searchHook = useSearch;
