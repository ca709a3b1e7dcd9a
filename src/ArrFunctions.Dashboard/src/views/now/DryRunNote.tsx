import { FlaskConical } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { t } from '../../texts';

/** Says why nothing changes. */
export function DryRunNote() {
  return (
    <div class="note dry">
      <FlaskConical size={20} aria-hidden="true" />
      <span class="text"><strong>{t.now.dryRun.label}</strong>{': '}{t.now.dryRun.text}</span>
      <span class="actions">
        <Link href="/audio/plans">{t.now.dryRun.plans}</Link>
        <Link href="/setup">{t.now.dryRun.off}</Link>
      </span>
    </div>
  );
}
