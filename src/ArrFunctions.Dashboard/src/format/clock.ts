const tolerance = 30_000;
let ahead = 0;

/** Now by the clock of the service, whose times are shown: that of a device may be off by hours. */
export const serviceNow = (): number => Date.now() + ahead;

/** Learns it from the `Date` of an answer. What an answer takes to come makes no clock wrong. */
export function noteDate(date: string | null): void {
  const difference = date === null ? Number.NaN : Date.parse(date) - Date.now();
  if (!Number.isNaN(difference)) {
    ahead = Math.abs(difference) > tolerance ? difference : 0;
  }
}
