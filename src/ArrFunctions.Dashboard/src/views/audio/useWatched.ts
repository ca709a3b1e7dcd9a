import { useGet } from '../../api/hooks';
import { isOpen } from './batches';

const poll = 1500;

/** One job, asked for again and again until it has come to its end: nobody tells of the files of a batch. */
export function useJob(id: string) {
  const question = { params: { path: { id } } };
  const job = useGet('/api/jobs/{id}', question);
  useGet('/api/jobs/{id}', question, { poll: (job.data?.status === 'running' || job.data?.status === 'queued') && poll });
  return job;
}

/** A batch, asked for again and again while it runs. */
export function useBatch(id: string) {
  const question = { params: { path: { id } } };
  const batch = useGet('/api/batch/{id}', question);
  useGet('/api/batch/{id}', question, { poll: batch.data !== undefined && isOpen(batch.data) && poll });
  return batch;
}
