export const services = { sonarr: { title: 'Sonarr', port: 8989 }, radarr: { title: 'Radarr', port: 7878 }, prowlarr: { title: 'Prowlarr', port: 9696 } } as const;

export type ServiceName = keyof typeof services;

export interface Filled {
  service: ServiceName;
  name: string;
  url: string;
  apiKey: string;
}

interface Known {
  name: string;
  service?: string | null | undefined;
  url?: string | null | undefined;
}

export const serviceNames = Object.keys(services) as ServiceName[];

/** The form of an instance that is there, or of the first program that is missing. */
export function emptyForm(instance: Known | null, taken: readonly Known[]): Filled {
  if (instance !== null) {
    return { service: serviceNames.find(name => name === instance.service) ?? 'sonarr', name: instance.name, url: instance.url ?? '', apiKey: '' };
  }

  const service = serviceNames.find(name => taken.every(known => known.service !== name)) ?? 'sonarr';
  return { service, name: freeName(service, taken), url: '', apiKey: '' };
}

/** The name of the program, or the first of radarr-2, radarr-3 ... that nobody has. */
export function freeName(service: ServiceName, taken: readonly Known[]): string {
  const names = new Set(taken.map(known => known.name));
  let place = 1;
  while (names.has(place === 1 ? service : `${service}-${place}`)) {
    place += 1;
  }

  return place === 1 ? service : `${service}-${place}`;
}
