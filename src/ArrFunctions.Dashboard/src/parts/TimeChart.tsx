import { useEffect, useRef, useState } from 'preact/hooks';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatNumber } from '../format/numbers';
import { t } from '../texts';
import { TimeTable } from './TimeTable';
import { drawChart } from './timeChartCanvas';
import { lastKnown, said, timeFormat } from './timeFormat';

export interface Line {
  name: string;
  values: readonly (number | null)[];
  tone: 'accent' | 'other' | 'good' | 'bad' | 'muted';
  isDashed?: boolean;
}

/** The room between two of the lines, by their places in the list. */
export interface Room {
  upper: number;
  lower: number;
}

export interface TimeChartProps {
  /** Says what the picture shows, for those who do not see it. */
  label: string;
  /** Times of the points, as the service writes them, oldest first. This and the lines are best kept (`useMemo`): another list is another picture. */
  times: readonly string[];
  lines: readonly Line[];
  rooms?: readonly Room[];
  format?: (value: number) => string;
  height?: number;
  /** The lowest and highest value that is shown at least. */
  range?: readonly [number, number];
}

/** Lines over time. The legend tells the values at the pointer, else the last ones; below are all of them as a table. */
export function TimeChart({ label, times, lines, rooms, format = formatNumber, height = 220, range }: TimeChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const scheme = useScheme();
  const [lowest, highest] = range ?? [];
  useEffect(() => {
    const holder = place.current;
    if (holder === null) {
      return;
    }

    const chart: uPlot = drawChart(holder, { times, lines, rooms, format, height, range: lowest === undefined || highest === undefined ? undefined : [lowest, highest] }, setPointed);
    const resize = new ResizeObserver(() => chart.setSize({ width: holder.clientWidth, height }));
    resize.observe(holder);
    return () => {
      resize.disconnect();
      chart.destroy();
    };
  }, [times, lines, rooms, format, height, lowest, highest, scheme]);

  const time = times[pointed ?? -1];
  const value = (line: Line) => pointed === null ? lastKnown(line.values) : line.values[pointed];
  return (
    <figure class="chart">
      <div ref={place} role="img" aria-label={label} style={{ minBlockSize: `${height}px` }} />
      <figcaption>
        <ul class="legend">
          {lines.map(line => <li key={line.name}><i class={`${line.tone}${line.isDashed === true ? ' dashed' : ''}`} aria-hidden="true" />{line.name} <b>{said(value(line), format)}</b></li>)}
          <li class="at">{time === undefined ? t.parts.last : timeFormat(times)(time)}</li>
        </ul>
        <details>
          <summary>{t.parts.asTable}</summary>
          <TimeTable label={label} times={times} lines={lines} format={format} />
        </details>
      </figcaption>
    </figure>
  );
}

function useScheme(): boolean {
  const [isDark, setIsDark] = useState(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    const change = () => setIsDark(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return isDark;
}
