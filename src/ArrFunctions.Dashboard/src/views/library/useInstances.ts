import { useGet, type Data } from '../../api/hooks';

type Instances = Data<'/api/instances'>['instances'];

/** Those that have a library: each Sonarr and Radarr. */
export function useInstances() {
  const query = useGet('/api/instances');
  return { ...query, data: query.data === undefined ? undefined : withLibrary(query.data.instances) };
}

const withLibrary = (instances: Instances) => instances.flatMap(({ name, service, isUsed }) => isUsed && (service === 'sonarr' || service === 'radarr') ? [{ name, service }] : []);
