import { useLocation } from 'wouter-preact';

/** The address behind the `#`, with its filters: `/system/events?name=job.`. */
export interface Address {
  path: string;
  query: URLSearchParams;
}

export function readAddress(location: string): Address {
  const [path = '/', query = ''] = location.split('?', 2);
  return { path, query: new URLSearchParams(query) };
}

/** As a link takes it. Filters without a value are left out. */
export function addressOf(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return given.length === 0 ? `#${path}` : `#${path}?${new URLSearchParams(given).toString()}`;
}

export const useAddress = (): Address => readAddress(useLocation()[0]);

/** Changes the filters in the address; they are no page of their own to go back to. */
export function replaceAddress(address: string): void {
  history.replaceState(null, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
