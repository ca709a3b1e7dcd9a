import { Link } from 'wouter-preact';
import { Badge } from '../../parts/Badge';
import { t } from '../../texts';

/** Says why nothing changes. */
export function DryRunNote() {
  return (
    <div class="note dry">
      <Badge tone="accent">{t.now.dryRun.label}</Badge>
      <span class="text">{t.now.dryRun.text}</span>
      <span class="actions">
        <Link href="/audio">{t.now.dryRun.plans}</Link>
        <Link href="/setup">{t.now.dryRun.off}</Link>
      </span>
    </div>
  );
}
