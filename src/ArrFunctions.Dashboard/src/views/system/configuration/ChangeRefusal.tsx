import type { Problem } from '../../../api/problem';
import { ErrorNote } from '../../../parts/ErrorNote';
import { t } from '../../../texts';

/** Why a change was not made: each finding, this setting's first. */
export function ChangeRefusal({ problem, settingKey }: { problem: Problem; settingKey: string }) {
  if (problem.status === 412) {
    return <p class="note warn" role="alert">{t.system.configuration.stale}</p>;
  }

  if (problem.findings.length === 0) {
    return <ErrorNote problem={problem} />;
  }

  const sorted = [...problem.findings].sort((a, b) => Number(b.key === settingKey) - Number(a.key === settingKey));
  return (
    <div role="alert">
      <ul class="note bad findings" id="findings">
        {sorted.map(finding => <li key={finding.message}><bdi>{finding.message}</bdi></li>)}
      </ul>
    </div>
  );
}
