import { memo } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import { t } from '../../../texts';
import { formatDay, shareOf } from './figures';
import { dayAt, stripHeight, stripPaths, summaryOf } from './stripPaths';
import type { DayUptime } from './types';

interface Props {
  name: string;
  days: readonly DayUptime[];
  /** Of all these days. */
  share: number | null | undefined;
}

/** A bar for each day. The day under the pointer is told in the title. */
export const UptimeStrip = memo(function UptimeStrip({ name, days, share }: Props) {
  const { width, up, down, unknown } = useMemo(() => stripPaths(days), [days]);
  const tell = (event: PointerEvent) => {
    const strip = event.currentTarget as HTMLElement;
    const day = dayAt(days, event.offsetX / strip.clientWidth);
    strip.title = day === undefined ? '' : t.indexers.strip.day(formatDay(day.day), shareOf(day.availability));
  };
  return (
    <div class="uptime-strip" role="img" aria-label={t.indexers.strip.label(name, days.length, summaryOf(days), shareOf(share))} onPointerMove={tell}>
      <svg viewBox={`0 0 ${width} ${stripHeight}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="up" d={up} /><path class="down" d={down} /><path class="unknown" d={unknown} />
      </svg>
    </div>
  );
});
