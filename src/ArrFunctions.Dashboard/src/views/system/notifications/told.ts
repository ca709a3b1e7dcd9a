import type { Data } from '../../../api/hooks';

/** Who is told of what. */
export type Told = Data<'/api/notifications'>;

/** A target as it works. */
export type Target = Told['targets'][number];

/** A rule as it holds. */
export type Rule = Told['rules'][number];
