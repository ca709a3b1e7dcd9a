import { Badge } from '../../parts/Badge';
import { formatDateTime } from '../../format/time';
import { formatNumber, formatShare } from '../../format/numbers';
import { t } from '../../texts';
import { Countdown } from './Countdown';
import { cronWords } from './cronWords';
import { LastRun } from './LastRun';
import { ScheduleActions } from './ScheduleActions';
import { stateOf, type Schedule } from './state';

export function ScheduleTable({ label, schedules }: { label: string; schedules: readonly Schedule[] }) {
  return (
    <table class="stacked timers">
      <caption class="hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t.schedules.columns.what}</th>
          <th scope="col">{t.schedules.columns.when}</th>
          <th scope="col">{t.schedules.columns.last}</th>
          <th scope="col" class="number">{t.schedules.columns.rate}</th>
          <th scope="col"><span class="hidden">{t.schedules.columns.act}</span></th>
        </tr>
      </thead>
      <tbody>{schedules.map(schedule => <Row key={schedule.name} schedule={schedule} />)}</tbody>
    </table>
  );
}

function Row({ schedule }: { schedule: Schedule }) {
  const { words, tone } = stateOf(schedule);
  return (
    <tr>
      <th scope="row">
        <span class="name">{schedule.name} {words === undefined ? null : <Badge tone={tone}>{words}</Badge>}</span>
        <span class="muted about">{schedule.description}</span>
      </th>
      <td class="when">
        <When cron={schedule.cron} />
        <span class="muted">
          {schedule.nextRun === undefined ? t.schedules.noNext : <>{t.schedules.next} <time dateTime={schedule.nextRun} title={formatDateTime(schedule.nextRun)}><Countdown to={schedule.nextRun} /></time></>}
        </span>
        {schedule.dependsOn.length === 0 ? null : <span class="muted">{t.schedules.after(schedule.dependsOn.join(', '))}</span>}
      </td>
      <td class="last"><LastRun schedule={schedule} /></td>
      <td class="rate" data-label={schedule.successRate === undefined ? undefined : t.schedules.columns.rate}>
        {schedule.successRate === undefined ? null : (
          <>
            <span>{formatShare(schedule.successRate / 100)}</span>
            <span class="muted">{t.schedules.runs(schedule.runs, formatNumber(schedule.runs))}</span>
            {schedule.failures === 0 ? null : <span class="muted">{t.schedules.failures(formatNumber(schedule.failures))}</span>}
          </>
        )}
      </td>
      <td class="act"><ScheduleActions schedule={schedule} /></td>
    </tr>
  );
}

function When({ cron }: { cron: string }) {
  const words = cronWords(cron);
  return words === cron ? <code>{cron}</code> : <span title={cron}>{words}</span>;
}
