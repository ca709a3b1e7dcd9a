import { linesOf } from '../batches';

export interface Form {
  path: string;
  recursive: boolean;
  dryRun: boolean;
  patterns: string;
  exclude: string;
  minSize: string;
  maxAge: string;
  priority: 'high' | 'normal' | 'low';
}

export const emptyForm: Form = { path: '', recursive: true, dryRun: true, patterns: '', exclude: '', minSize: '', maxAge: '', priority: 'normal' };

const orNull = (text: string) => text.trim() === '' ? null : text.trim();

/** What is sent. What is left empty filters nothing. */
export const bodyOfForm = ({ path, recursive, dryRun, patterns, exclude, minSize, maxAge, priority }: Form) => ({
  kind: 'audio' as const,
  path: path.trim(),
  recursive,
  dryRun,
  priority,
  patterns: linesOf(patterns),
  filters: { minSize: orNull(minSize), maxAge: orNull(maxAge), exclude: linesOf(exclude) },
});
