import { useGet, type Data } from '../../api/hooks';

/** Where the first run stands. */
export type Setup = Data<'/api/setup'>;

export const useSetup = () => useGet('/api/setup');
