import { useMemo } from 'preact/hooks';
import { useHashLocation } from 'wouter-preact/use-hash-location';
import { address, placeOf, type Place } from './place';

interface Chosen extends Place {
  /** Chooses something else on this page; the step back undoes it. */
  choose: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** The address of the page with what is chosen on it. */
export function usePlace(): Chosen {
  const [location] = useHashLocation();
  return useMemo(() => {
    const place = placeOf(location);
    return {
      ...place,
      choose: changes => {
        window.location.hash = address(place.words.slice(1), { ...place.query, ...changes });
      },
    };
  }, [location]);
}
