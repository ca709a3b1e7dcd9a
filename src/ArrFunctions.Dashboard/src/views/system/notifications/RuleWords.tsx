import { t } from '../../../texts';
import type { Rule } from './told';

/** When and to whom, and below it of what. */
export function RuleWords({ rule: { events, severity, targets, when, actor, before } }: { rule: Rule }) {
  const texts = t.system.rules;
  return (
    <>
      <p><strong>{texts.whens[when] ?? when}</strong>{targets.length === 0 ? null : <>{texts.toThese}<bdi>{targets.join(', ')}</bdi></>}</p>
      <small>
        <bdi>{events.length === 0 ? texts.allEvents : events.join(', ')}</bdi>
        {severity === 'information' ? null : <span class="muted">{texts.only(texts.severities[severity] ?? severity)}</span>}
        {actor === undefined ? null : <span class="muted">{texts.by}<bdi>{actor}</bdi></span>}
        {before === undefined ? null : <span class="muted">{texts.after}<bdi>{before}</bdi></span>}
      </small>
    </>
  );
}
