import type { components } from '../../../api/schema';
import { Badge } from '../../../parts/Badge';
import { t } from '../../../texts';

/** What was found, with the place in the text. */
export function Findings({ report: { isValid, findings } }: { report: components['schemas']['ValidationReport'] }) {
  const texts = t.system.validator;
  return (
    <div role="status">
      <p class={`note ${isValid ? 'good' : 'bad'}`}>{isValid ? texts.valid(findings.length) : texts.invalid}</p>
      <ul class="rows">
        {findings.map((finding, at) => (
          <li key={at} class="finding">
            <Badge tone={finding.severity === 'error' ? 'bad' : 'warn'}>{finding.severity === 'error' ? texts.error : texts.warning}</Badge>
            <div>
              <bdi>{finding.message}</bdi>
              <small class="muted">{finding.line === undefined ? null : texts.place(finding.line, finding.column ?? 1)} {finding.code}</small>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
