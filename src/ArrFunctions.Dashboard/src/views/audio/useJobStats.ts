import { useGet } from '../../api/hooks';

/** How many jobs stand where; asked again now and then while something is at work. */
export const useJobStats = () => useGet('/api/jobs/stats');
