import { useGet } from '../../../api/hooks';
import { formatNumber } from '../../../format/numbers';
import { t } from '../../../texts';
import type { Filter } from '../filters';
import type { JobPage } from '../model';
import { useJobStats } from '../useJobStats';

const most = 50;

/** How many jobs a list has. What has ended is counted by events alone, so that those which need somebody are counted in their list. */
export function useCounts(): Partial<Record<Filter['key'], string>> {
  const now = useJobStats().data?.now;
  const failed = useGet('/api/jobs', { params: { query: { status: 'failed', limit: most } } }).data;
  const poisoned = useGet('/api/jobs', { params: { query: { status: 'poisoned', limit: most } } }).data;
  const needsYou = ofAudio(failed) + ofAudio(poisoned);
  const hasMore = failed?.cursor !== undefined || poisoned?.cursor !== undefined;
  return {
    waiting: text(now?.waiting ?? 0),
    work: text((now?.running ?? 0) + (now?.queued ?? 0)),
    needsYou: hasMore ? t.audio.more(needsYou) : text(needsYou),
  };
}

const ofAudio = (page: JobPage | undefined) => page?.jobs.filter(job => job.kind === 'audio').length ?? 0;

const text = (count: number) => count === 0 ? undefined : formatNumber(count);
