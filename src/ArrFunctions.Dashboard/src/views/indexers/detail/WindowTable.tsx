import { formatNumber } from '../../../format/numbers';
import { t } from '../../../texts';
import { durationOf, millisecondsOf, shareOf } from '../shared/figures';
import { toneOfShare } from '../shared/states';
import type { UptimeWindow } from '../shared/types';

/** The figures of 24 hours, 7, 30 and 90 days, each window a column. */
export function WindowTable({ windows }: { windows: readonly UptimeWindow[] }) {
  const words = t.indexers.detail;
  const rows: readonly (readonly [string, (window: UptimeWindow) => string])[] = [
    [words.timeUp, one => durationOf(one.upSeconds)],
    [words.timeDown, one => durationOf(one.downSeconds)],
    [words.timeUnknown, one => durationOf(one.unknownSeconds)],
    [words.outages, one => formatNumber(one.outages)],
    [words.longest, one => durationOf(one.longestOutageSeconds)],
    [words.recovery, one => durationOf(one.meanSecondsToRecover)],
    [words.questions, one => formatNumber(one.questions)],
    [words.failed, one => formatNumber(one.failedQuestions)],
    [words.p50, one => millisecondsOf(one.p50Milliseconds)],
    [words.p95, one => millisecondsOf(one.p95Milliseconds)],
  ];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.windows}>
      <table class="window-table">
        <thead><tr><th scope="col"><span class="hidden">{words.figure}</span></th>{windows.map(one => <th key={one.days} scope="col" class="number">{words.window(one.days)}</th>)}</tr></thead>
        <tbody>
          <tr class="shares"><th scope="row">{words.available}</th>{windows.map(one => <td key={one.days} class={`number ${toneOfShare(one.availability)}`}>{shareOf(one.availability)}</td>)}</tr>
          {rows.map(([name, of]) => <tr key={name}><th scope="row">{name}</th>{windows.map(one => <td key={one.days} class="number">{of(one)}</td>)}</tr>)}
        </tbody>
      </table>
    </div>
  );
}
