import { useEffect, useState } from 'preact/hooks';
import { serviceNow } from '../format/clock';
import { formatDateTime, formatRelative } from '../format/time';

/** A time as one says it ("3 minutes ago", "in 2 hours"), with the exact one at the pointer; it goes on by itself. */
export function Ago({ time }: { time: string }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const every = setInterval(() => tick(count => count + 1), 20_000);
    return () => clearInterval(every);
  }, []);
  return <time dateTime={time} title={formatDateTime(time)}>{formatRelative(time, serviceNow())}</time>;
}
