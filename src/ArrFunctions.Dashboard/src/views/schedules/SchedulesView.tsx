import { useGet } from '../../api/hooks';
import { Card } from '../../parts/Card';
import { Loaded } from '../../parts/Loaded';
import { t } from '../../texts';
import { DayPicture } from './DayPicture';
import { ScheduleTable } from './ScheduleTable';
import { inGroup, type Group, type Schedule } from './state';
import './schedules.css';

/** Every timer: when it runs, how it does, and the buttons for it. Runs by the clock tell no event, so it is asked again and again. */
export function SchedulesView() {
  const query = useGet('/api/schedules', undefined, { poll: 5000 });
  return (
    <section class="page">
      <h1>{t.pages.schedules}</h1>
      <Loaded query={query} lines={12}>
        {({ schedules }) => (
          <>
            <p class="muted summary">{summary(schedules)}</p>
            <GroupCard group="trouble" schedules={inGroup(schedules, 'trouble')} />
            <DayPicture schedules={schedules} />
            <GroupCard group="on" schedules={inGroup(schedules, 'on')} note={t.schedules.groups.onNote} />
            <GroupCard group="off" schedules={inGroup(schedules, 'off')} note={t.schedules.groups.offNote} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function GroupCard({ group, schedules, note }: { group: Group; schedules: readonly Schedule[]; note?: string }) {
  return schedules.length === 0 ? null : (
    <Card title={t.schedules.groups[group]} aside={note === undefined ? undefined : <small class="muted">{note}</small>} class={group}>
      <ScheduleTable label={t.schedules.groups[group]} schedules={schedules} />
    </Card>
  );
}

function summary(schedules: readonly Schedule[]): string {
  const trouble = inGroup(schedules, 'trouble').length;
  const running = schedules.filter(schedule => schedule.isRunning).map(schedule => schedule.name);
  return (trouble === 0 ? t.schedules.summary.well(schedules.length) : t.schedules.summary.trouble(trouble, schedules.length))
    + t.schedules.summary.off(schedules.filter(schedule => !schedule.isEnabled).length)
    + (running.length === 0 ? '' : t.schedules.summary.running(running.join(', ')));
}
