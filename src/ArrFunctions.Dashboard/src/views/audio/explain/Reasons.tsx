import { t } from '../../../texts';
import type { OriginalLanguage, Rule } from '../model';
import { languageName } from '../tracks';

interface Props {
  original: OriginalLanguage | undefined;
  rule: Rule | undefined;
  reason?: string;
  container?: string;
}

/** What a choice came of: the original language and who told it, and the rule that holds. */
export function Reasons({ original, rule, reason, container }: Props) {
  return (
    <dl class="pairs reasons">
      {reason === undefined ? null : <><dt>{t.audio.why.reason}</dt><dd>{reason}</dd></>}
      {original === undefined ? null : (
        <>
          <dt>{t.audio.why.original}</dt>
          <dd>
            <strong>{original.language === undefined ? t.audio.why.unknown : languageName(original.language)}</strong>
            <span class="muted">{': '}<bdi>{original.explanation}</bdi></span>
          </dd>
        </>
      )}
      <dt>{t.audio.why.rule}</dt>
      <dd>
        {rule === undefined
          ? <span class="muted">{t.audio.why.noRule}</span>
          : <><code>{t.audio.why.ruleNumber(rule.number)}</code> {t.audio.why.ruleHolds} <bdi>{rule.conditions.join(', ')}</bdi></>}
      </dd>
      {container === undefined ? null : <><dt>{t.audio.why.container}</dt><dd>{container}</dd></>}
    </dl>
  );
}
