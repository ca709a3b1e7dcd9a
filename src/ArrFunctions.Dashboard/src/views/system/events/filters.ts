import type { Changes, Query } from '../../../shell/address';

/** What is looked for in the log, as it stands in the address. */
export interface Filters {
  name?: string;
  severity?: 'information' | 'warning' | 'error';
  subject?: string;
  actor?: string;
  correlation?: string;
  from?: string;
  to?: string;
}

const names = ['name', 'severity', 'subject', 'actor', 'correlation', 'from', 'to'] as const;

export function filtersOf(query: Query): Filters {
  const given: Record<string, string> = Object.fromEntries(names.map(name => [name, query[name] ?? ''] as const).filter(([, value]) => value !== ''));
  return given;
}

/** No filter at all. */
export const nothing: Changes = Object.fromEntries(names.map(name => [name, undefined]));

/** A time of the address for a field, in the time of the browser: `2026-01-10T12:00`. */
export function toField(time: string | undefined): string {
  const instant = new Date(time ?? '');
  if (Number.isNaN(instant.getTime())) {
    return '';
  }

  return new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function fromField(typed: string): string {
  const instant = new Date(typed);
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString();
}
