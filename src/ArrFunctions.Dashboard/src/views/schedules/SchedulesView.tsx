import { useGet } from '../../api/hooks';
import { Card } from '../../parts/Card';
import { Loaded } from '../../parts/Loaded';
import { t } from '../../texts';
import { DayPicture } from './DayPicture';
import { ScheduleTable } from './ScheduleTable';
import { inGroup, type Group, type Schedule } from './state';
import './schedules.css';

const groups: readonly Group[] = ['trouble', 'on', 'off'];

/** Every timer: when it runs, how it does, and the buttons for it. Runs by the clock tell no event, so it is asked again and again. */
export function SchedulesView() {
  const query = useGet('/api/schedules', undefined, { poll: 5000 });
  return (
    <section class="page schedules">
      <h1>{t.pages.schedules}</h1>
      <Loaded query={query} lines={12}>
        {({ schedules }) => (
          <>
            <p class="muted summary">{summary(schedules)}</p>
            {groups.map(group => <GroupCard key={group} group={group} schedules={inGroup(schedules, group)} />)}
            <DayPicture schedules={schedules} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function GroupCard({ group, schedules }: { group: Group; schedules: readonly Schedule[] }) {
  return schedules.length === 0 ? null : (
    <Card title={t.schedules.groups[group]} class={group}>
      {group === 'off' ? <p class="muted">{t.schedules.groups.offNote}</p> : null}
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
