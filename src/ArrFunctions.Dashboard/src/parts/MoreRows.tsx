import { useEffect, useRef } from 'preact/hooks';
import { t } from '../texts';
import { Button } from './Button';

interface Props {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** The end of a list that comes in pages: the next one is fetched when it is near, or by its button. */
export function MoreRows({ pages }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    const watched = place.current;
    if (watched === null || !hasNextPage) {
      return;
    }

    const observer = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting) && !isFetchingNextPage) {
        void fetchNextPage();
      }
    }, { rootMargin: '400px' });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  return hasNextPage
    ? <div ref={place} class="more"><Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t.parts.more}</Button></div>
    : null;
}
