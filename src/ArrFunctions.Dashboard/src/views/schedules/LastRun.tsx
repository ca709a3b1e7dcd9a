import { Ago } from '../../parts/Ago';
import { formatNumber } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import { t } from '../../texts';
import type { Schedule } from './state';

/** What the last run did, in its own words, and how long it took. */
export function LastRun({ schedule }: { schedule: Schedule }) {
  const { lastStart, lastEnd, lastOutcome, lastMilliseconds, meanMilliseconds, heldBackSince, isRunning, runs } = schedule;
  const time = isRunning ? lastEnd : lastEnd ?? lastStart;
  if (time === undefined && lastOutcome === undefined && !isRunning) {
    return <span class="muted">{t.schedules.never}</span>;
  }

  return (
    <>
      {lastOutcome === undefined ? null : <bdi>{lastOutcome}</bdi>}
      <span class="muted">
        {time === undefined ? null : <Ago time={time} />}
        {lastMilliseconds === undefined ? null : <>{', '}{t.schedules.took(duration(lastMilliseconds), runs > 1 && meanMilliseconds !== undefined ? duration(meanMilliseconds) : undefined)}</>}
      </span>
      {isRunning && lastStart !== undefined ? <span class="muted">{t.schedules.began} <Ago time={lastStart} /></span> : null}
      {heldBackSince === undefined ? null : <span class="muted">{t.schedules.heldBackSince} <Ago time={heldBackSince} /></span>}
    </>
  );
}

const duration = (milliseconds: number): string =>
  milliseconds < 10_000 ? t.schedules.milliseconds(formatNumber(Math.round(milliseconds))) : formatDuration(milliseconds / 1000);
