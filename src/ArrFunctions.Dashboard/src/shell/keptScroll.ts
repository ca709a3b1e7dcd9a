import { useEffect, useLayoutEffect } from 'preact/hooks';
import { wentBack } from './hashLocation';

const kept = new Map<string, number>();

/** A long list is where it was when one comes back to it. */
export function useKeptScroll(): void {
  useLayoutEffect(() => {
    const name = location.hash;
    const before = kept.get(name);
    if (before !== undefined && wentBack()) {
      window.scrollTo(0, before);
    }

    const note = () => kept.set(name, window.scrollY);
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, []);
}

/** A page that one goes to begins at its top. */
export function useTop(): void {
  useEffect(() => {
    if (!wentBack()) {
      window.scrollTo(0, 0);
    }
  }, []);
}
