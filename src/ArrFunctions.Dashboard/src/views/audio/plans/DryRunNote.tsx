import { Link } from 'wouter-preact';
import type { Problem } from '../../../api/problem';
import { t } from '../../../texts';

/** The setting that lets the service only plan, in the words of the service and with the way to it. */
export function DryRunNote({ problem, text }: { problem?: Problem; text: string }) {
  return (
    <div class="note warn" role="alert">
      <p>{text} <Link href="/system/configuration">{t.audio.plans.toSettings}</Link></p>
      {problem === undefined ? null : <p class="muted">{problem.message}</p>}
    </div>
  );
}
