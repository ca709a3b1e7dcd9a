import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatNumber } from '../format/numbers';
import { formatDate } from '../format/time';
import { t } from '../texts';

export interface Line {
  name: string;
  values: readonly (number | null)[];
  tone: 'accent' | 'other' | 'good' | 'bad' | 'muted';
  isDashed?: boolean;
}

interface Props {
  /** Says what the picture shows, for those who do not see it. */
  label: string;
  /** Times of the points, as the service writes them, oldest first. */
  times: readonly string[];
  lines: readonly Line[];
  format?: (value: number) => string;
  height?: number;
}

/** Lines over time, with the same figures as a table below. */
export function TimeChart({ label, times, lines, format = formatNumber, height = 220 }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useScheme();
  useEffect(() => {
    const holder = place.current;
    if (holder === null) {
      return;
    }

    const colour = (name: string) => resolved(holder, `var(--${name})`);
    const axis = { stroke: colour('muted'), grid: { stroke: colour('line'), width: 1 }, ticks: { stroke: colour('line'), width: 1 }, font: '12px system-ui' };
    const chart = new uPlot({
      width: holder.clientWidth,
      height,
      legend: { show: false },
      cursor: { y: false, drag: { setScale: false } },
      axes: [{ ...axis, values: (_, splits) => splits.map(seconds => formatDate(new Date(seconds * 1000).toISOString())), space: 110 }, { ...axis, values: (_, splits) => splits.map(format), size: 64 }],
      series: [{}, ...lines.map(line => ({
        label: line.name,
        stroke: colour(line.tone),
        width: 2,
        points: { show: times.length < 40 },
        ...(line.isDashed === true ? { dash: [6, 4] } : {}),
      }))],
    }, [times.map(time => Date.parse(time) / 1000), ...lines.map(line => [...line.values])], holder);
    const resize = new ResizeObserver(() => chart.setSize({ width: holder.clientWidth, height }));
    resize.observe(holder);
    return () => {
      resize.disconnect();
      chart.destroy();
    };
  }, [times, lines, format, height, scheme]);

  return (
    <figure class="chart">
      <div ref={place} role="img" aria-label={label} />
      <figcaption>
        <ul class="legend">{lines.map(line => <li key={line.name}><i class={line.tone} aria-hidden="true" />{line.name}</li>)}</ul>
        <details>
          <summary>{t.parts.asTable}</summary>
          <div class="scroll" tabIndex={0} role="region" aria-label={label}>
            <table>
              <thead><tr><th scope="col">{t.parts.day}</th>{lines.map(line => <th key={line.name} scope="col" class="number">{line.name}</th>)}</tr></thead>
              <tbody>
                {times.map((time, row) => (
                  <tr key={time}>
                    <th scope="row">{formatDate(time)}</th>
                    {lines.map(line => <td key={line.name} class="number">{cell(line.values[row], format)}</td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </figcaption>
    </figure>
  );
}

const cell = (value: number | null | undefined, format: (value: number) => string) => value === null || value === undefined ? '–' : format(value);

/** A canvas knows no custom properties: the colour as the page shows it. */
function resolved(within: HTMLElement, colour: string): string {
  const probe = document.createElement('i');
  probe.style.color = colour;
  within.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function useScheme(): boolean {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const [isDark, setIsDark] = useState(query.matches);
  useEffect(() => {
    const change = () => setIsDark(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  });
  return isDark;
}
