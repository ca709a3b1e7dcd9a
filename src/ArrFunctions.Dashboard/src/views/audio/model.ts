import type { components } from '../../api/schema';
import { fileOf } from '../../format/paths';

type Schemas = components['schemas'];

export type Job = Schemas['Job'];
export type JobPage = Schemas['JobPage'];
export type Batch = Schemas['BatchView'];
export type BatchCounts = Schemas['BatchCounts'];
export type OriginalLanguage = Schemas['OriginalLanguageJson'];
export type Rule = Schemas['RuleJson'];
export type Told = Schemas['Told'];
export type Explanation = Schemas['ExplainJson'];
export type WaitReason = Schemas['JobWait']['reason'];

/** A track as jobs and explanations show it; what was judged of it only where it was judged. */
export type Track = Omit<Schemas['TrackJson'], 'rank' | 'why' | 'score' | 'parts'> & Partial<Pick<Schemas['TrackJson'], 'rank' | 'why' | 'score' | 'parts'>>;

export interface Rewrite {
  tool: string;
  sizeBefore: number;
  sizeAfter: number;
  originalKeptUntil?: string;
}

/** What an audio job found and did; the schema leaves it open, because other kinds of jobs tell other things. */
export interface AudioDetail {
  chosen?: number;
  originalLanguage?: OriginalLanguage;
  rule?: Rule;
  before?: Track[];
  after?: Track[];
  rewrite?: Rewrite;
  told?: Told[];
}

export function detailOf(job: Job): AudioDetail {
  return job.kind === 'audio' && typeof job.detail === 'object' && job.detail !== null ? job.detail : {};
}

export const titleOf = (job: Job): string => job.title ?? fileOf(job.path);
