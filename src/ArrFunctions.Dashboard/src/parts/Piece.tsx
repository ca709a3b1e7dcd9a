import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../texts';

interface Props {
  /** Number of its first row, from 1. */
  from: number;
  count: number;
  /** A class of the list, which also tells which lists have rows of one height. */
  kind: string;
  children: () => ComponentChildren;
}

/** As they were measured last. */
const rowHeights = new Map<string, number>();

/** A piece of a long list. Far from the window it is an empty place as high as its rows are. */
export function Piece({ from, count, kind, children }: Props) {
  const place = useRef<HTMLUListElement>(null);
  const [isNear, setIsNear] = useState(from === 1);
  const [height, setHeight] = useState(count * (rowHeights.get(kind) ?? 64));
  useLayoutEffect(() => {
    const watched = place.current;
    if (watched === null) {
      return;
    }

    const observer = new IntersectionObserver(entries => {
      const last = entries.at(-1);
      if (last === undefined) {
        return;
      }

      if (!last.isIntersecting && watched.childElementCount > 0) {
        rowHeights.set(kind, last.boundingClientRect.height / watched.childElementCount);
        setHeight(last.boundingClientRect.height);
      }

      setIsNear(last.isIntersecting);
    }, { rootMargin: '1000px 0px' });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [kind]);

  return (
    <ul ref={place} class={`rows piece ${kind}`} aria-label={t.parts.rows(from, from + count - 1)} style={isNear ? undefined : { blockSize: `${height}px` }}>
      {isNear ? children() : null}
    </ul>
  );
}
