import { serviceNow } from '../../format/clock';
import { Card } from '../../parts/Card';
import { t } from '../../texts';
import { dayHours, dayRows, type DayRow } from './dayRows';
import type { Schedule } from './state';

const clock = new Intl.DateTimeFormat(t.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const hour = 3_600_000;
const marksEvery = 6;
const many = 16;

/** Which timer runs when within a day: a line for each, in the time of the browser. The same in words stands at its end. */
export function DayPicture({ schedules }: { schedules: readonly Schedule[] }) {
  const now = serviceNow();
  const rows = dayRows(schedules, now, time => clock.format(time));
  return (
    <Card title={t.schedules.day.title} aside={<small class="muted">{t.schedules.day.clock}</small>} class="day">
      <div class="axis" aria-hidden="true">
        <span />
        <div class="track">{marks(now).map(time => <span key={time} style={at(time, now)}>{clock.format(time)}</span>)}</div>
      </div>
      <ul>{rows.filter(row => !row.isSteady).map(row => <Row key={row.name} row={row} now={now} />)}</ul>
      <Steady rows={rows.filter(row => row.isSteady)} />
    </Card>
  );
}

function Row({ row, now }: { row: DayRow; now: number }) {
  return (
    <li class={row.isOff ? 'off' : row.times.length > many ? 'many' : ''}>
      <span class="name">{row.name}</span>
      <div class="track" aria-hidden="true">
        {marks(now).map(time => <s key={time} style={at(time, now)} />)}
        {row.times.map(time => <i key={time} style={at(time, now)} title={clock.format(time)} />)}
      </div>
      <span class="muted words">{row.words}</span>
    </li>
  );
}

function Steady({ rows }: { rows: readonly DayRow[] }) {
  return rows.length === 0 ? null : (
    <p class="steady">
      <span class="name">{t.schedules.day.steady}</span>
      <span class="muted">{rows.map(row => t.schedules.day.steadyOne(row.name, row.words)).join(' · ')}</span>
    </p>
  );
}

/** Whole hours of the browser's clock, from the next one on. */
function marks(now: number): number[] {
  const first = new Date(now);
  first.setMinutes(0, 0, 0);
  first.setHours(Math.floor(first.getHours() / marksEvery) * marksEvery + marksEvery);
  return Array.from({ length: dayHours / marksEvery }, (_, count) => first.getTime() + count * marksEvery * hour).filter(time => time < now + dayHours * hour);
}

const at = (time: number, now: number) => ({ insetInlineStart: `${(time - now) / (dayHours * hour) * 100}%` });
