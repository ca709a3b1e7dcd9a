import { useMemo } from 'preact/hooks';
import { t } from '../texts';
import type { Line } from './TimeChart';
import { said, timeFormat } from './timeFormat';

interface Props {
  label: string;
  times: readonly string[];
  lines: readonly Line[];
  format: (value: number) => string;
}

/** The figures of a chart, newest first. */
export function TimeTable({ label, times, lines, format }: Props) {
  return useMemo(() => {
    const say = timeFormat(times);
    return (
      <div class="scroll" tabIndex={0} role="region" aria-label={label}>
        <table>
          <thead><tr><th scope="col">{t.parts.day}</th>{lines.map(line => <th key={line.name} scope="col" class="number">{line.name}</th>)}</tr></thead>
          <tbody>
            {times.map((time, row) => (
              <tr key={time}>
                <th scope="row">{say(time)}</th>
                {lines.map(line => <td key={line.name} class="number">{said(line.values[row], format)}</td>)}
              </tr>
            )).reverse()}
          </tbody>
        </table>
      </div>
    );
  }, [label, times, lines, format]);
}
