import uPlot from 'uplot';
import type { TimeChartProps } from './TimeChart';
import { axisFormat, lonely } from './timeFormat';

type Drawn = Required<Pick<TimeChartProps, 'times' | 'lines' | 'format' | 'height'>> & Pick<TimeChartProps, 'rooms' | 'range'>;

/** Draws on a canvas; tells at which point the pointer is, or null. */
export function drawChart(holder: HTMLElement, { times, lines, rooms = [], format, height, range }: Drawn, point: (index: number | null) => void): uPlot {
  const colour = (name: string) => resolved(holder, `var(--${name})`);
  const axis = { stroke: colour('muted'), grid: { stroke: colour('line'), width: 1 }, ticks: { stroke: colour('line'), width: 1 }, font: '12px system-ui' };
  const say = axisFormat(times);
  return new uPlot({
    width: holder.clientWidth,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { setScale: false, x: false, y: false } },
    hooks: { setCursor: [chart => point(chart.cursor.idx ?? null)] },
    ...range === undefined ? {} : { scales: { y: { range: [range[0], range[1]] } } },
    axes: [
      { ...axis, values: (_, splits) => splits.map(seconds => say.format(seconds * 1000)), space: 80, size: 32 },
      { ...axis, values: (_, splits) => splits.map(format), size: 64 },
    ],
    series: [{}, ...lines.map(line => ({
      label: line.name,
      stroke: colour(line.tone),
      width: 2,
      // One that is known between others that are not would be no line at all.
      points: times.length < 40 ? { show: true } : { show: false, filter: () => [...lonely(line.values)] },
      ...line.isDashed === true ? { dash: [6, 4] } : {},
    }))],
    bands: rooms.map(room => ({ series: [room.upper + 1, room.lower + 1], fill: colour('soft') })),
  }, [times.map(time => Date.parse(time) / 1000), ...lines.map(line => [...line.values])], holder);
}

/** A canvas knows no custom properties: the colour as the page shows it. */
function resolved(within: HTMLElement, colour: string): string {
  const probe = document.createElement('i');
  probe.style.color = colour;
  within.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}
