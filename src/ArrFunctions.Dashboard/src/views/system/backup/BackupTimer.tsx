import { Link } from 'wouter-preact';
import { useGet } from '../../../api/hooks';
import { formatDateTime } from '../../../format/time';
import { t } from '../../../texts';
import { Countdown } from '../../schedules/Countdown';

/** How many are kept, where, and when the next one is made by itself. */
export function BackupTimer({ keep, place }: { keep: number; place: string }) {
  const texts = t.system.backups;
  const timer = useGet('/api/schedules').data?.schedules.find(schedule => schedule.name === 'backup');
  return (
    <p>
      {texts.kept(keep, place)}{' '}
      {timer === undefined ? null : (
        <>
          {timer.isRunning ? texts.running
            : !timer.isEnabled ? texts.nextOff
            : timer.nextRun === undefined ? null
            : <>{texts.next} <time dateTime={timer.nextRun} title={formatDateTime(timer.nextRun)}><Countdown to={timer.nextRun} /></time></>}
          {' '}<Link href="/schedules">{texts.schedule}</Link>
        </>
      )}
    </p>
  );
}
