import type { paths } from '../../../api/schema';
import type { Tone } from '../../../parts/Figure';

export type Cleanup = paths['/api/maintenance/cleanup']['post']['responses'][200]['content']['application/json'];

/** Words that are not known yet are no trouble. */
export const outcomeTone = (outcome: string): Tone => outcome === 'failed' ? 'bad' : outcome === 'ran' ? 'good' : 'quiet';
