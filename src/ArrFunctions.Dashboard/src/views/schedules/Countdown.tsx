import { useEffect, useState } from 'preact/hooks';
import { serviceNow } from '../../format/clock';
import { formatDuration } from '../../format/time';
import { t } from '../../texts';

const second = 1000;
const minute = 60 * second;
const near = 10 * minute;

/** How long it is until then; it goes on by itself, by seconds while it is near. */
export function Countdown({ to }: { to: string }) {
  const [now, setNow] = useState(serviceNow);
  const left = Date.parse(to) - now;
  const isNear = left < near;
  const every = isNear ? second : 15 * second;
  useEffect(() => {
    const timer = setInterval(() => setNow(serviceNow()), every);
    return () => clearInterval(timer);
  }, [every]);
  return <>{left < second ? t.schedules.due : t.schedules.inTime(formatDuration((isNear ? left : Math.floor(left / minute) * minute) / second))}</>;
}
