import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { useGet } from '../../../api/hooks';
import { formatDateTime, formatDuration } from '../../../format/time';
import { Badge } from '../../../parts/Badge';
import { Card } from '../../../parts/Card';
import { addressOf } from '../../../shell/address';
import { t } from '../../../texts';
import { Countdown } from '../../schedules/Countdown';
import type { Told } from './told';

/** Quiet hours, the next digest, and what else holds for all rules. */
export function TimesCard({ told: { areQuietNow, publicUrl, quietHours, repeatAfterSeconds } }: { told: Told }) {
  const texts = t.system.times;
  return (
    <Card title={texts.title} aside={<Link class="button" href={addressOf('/system/configuration', { search: 'Notifications' })}>{texts.change}</Link>}>
      <dl class="pairs">
        <Pair name={texts.quiet}>
          {quietHours === undefined ? texts.noQuiet : <><bdi>{quietHours}</bdi> {areQuietNow ? <Badge tone="accent">{texts.quietNow}</Badge> : null}</>}
        </Pair>
        <Pair name={texts.repeats}>{texts.repeatsAfter(formatDuration(repeatAfterSeconds))}</Pair>
        <Timer name={texts.digest} schedule="notification-digest" />
        <Timer name={texts.heartbeat} schedule="heartbeat" />
        <Pair name={texts.link}>{publicUrl === undefined ? <span class="muted">{texts.noLink}</span> : <bdi>{publicUrl}</bdi>}</Pair>
      </dl>
    </Card>
  );
}

function Timer({ name, schedule }: { name: string; schedule: string }) {
  const timer = useGet('/api/schedules').data?.schedules.find(known => known.name === schedule);
  return timer === undefined ? null : (
    <Pair name={name}>
      {!timer.isEnabled || timer.nextRun === undefined ? t.system.times.off : <time dateTime={timer.nextRun} title={formatDateTime(timer.nextRun)}><Countdown to={timer.nextRun} /></time>}
      {' '}<Link href="/schedules">{t.system.times.schedules}</Link>
    </Pair>
  );
}

const Pair = ({ name, children }: { name: string; children: ComponentChildren }) => <div><dt>{name}</dt><dd>{children}</dd></div>;
