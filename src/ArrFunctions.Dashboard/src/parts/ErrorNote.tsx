import type { Problem } from '../api/problem';
import { t } from '../texts';

/** What was refused, in the words of the service. */
export function ErrorNote({ problem }: { problem: Problem }) {
  return <p class="note bad" role="alert">{problem.isUnreachable ? t.problems.unreachable : problem.message}</p>;
}
