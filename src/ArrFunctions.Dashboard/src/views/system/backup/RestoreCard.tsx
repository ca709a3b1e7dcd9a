import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import { newestOf, shellWord, type Backup } from './backups';

/** The commands that bring the newest one back, and why there is no button for it. */
export function RestoreCard({ backups }: { backups: readonly Backup[] }) {
  const { commands, example, safe, steps, title, why } = t.system.restore;
  const newest = newestOf(backups);
  const name = newest === undefined ? example : shellWord(newest.name);
  return (
    <Card title={title}>
      <p>{why}</p>
      <p>{steps.machine}</p>
      <pre>{commands.machine(name)}</pre>
      <p>{steps.container}</p>
      <pre>{commands.container(name)}</pre>
      <p class="muted">{safe}</p>
    </Card>
  );
}
