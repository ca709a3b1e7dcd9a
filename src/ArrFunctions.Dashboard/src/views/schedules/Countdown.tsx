import { useEffect, useState } from 'preact/hooks';
import { formatDuration } from '../../format/time';
import { t } from '../../texts';

const second = 1000;

/** How long it is until then; it goes on by itself, each second while it is near. */
export function Countdown({ to }: { to: string }) {
  const [now, setNow] = useState(Date.now);
  const left = Date.parse(to) - now;
  const every = left > 3_600_000 ? 30 * second : second;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return <>{left < second ? t.schedules.due : t.schedules.inTime(formatDuration(left / second))}</>;
}
