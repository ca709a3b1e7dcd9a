/** Seconds of a span as the service writes it: `06:00:00`, `1.02:00:00`; undefined: it is written in another way. */
export function secondsOf(span: string): number | undefined {
  const found = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/.exec(span);
  return found === null ? undefined : Number(found[1] ?? 0) * 86_400 + Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4]);
}
