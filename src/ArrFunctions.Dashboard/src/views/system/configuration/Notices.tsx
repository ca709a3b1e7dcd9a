import { t } from '../../../texts';
import type { Configuration } from './useConfiguration';

/** What waits for a restart, what cannot be used, and what was probably meant otherwise. */
export function Notices({ configuration: { needsRestart, problems, warnings, settings } }: { configuration: Configuration }) {
  const texts = t.system.configuration;
  return (
    <>
      {needsRestart ? <p class="note warn">{texts.needsRestart(settings.filter(setting => setting.isPending).map(setting => setting.key))}</p> : null}
      {problems.length === 0 ? null : <List tone="bad" title={texts.problems} sentences={problems} />}
      {warnings.length === 0 ? null : <List tone="warn" title={texts.warnings} sentences={warnings} />}
    </>
  );
}

function List({ tone, title, sentences }: { tone: string; title: string; sentences: readonly string[] }) {
  return (
    <div class={`note ${tone}`}>
      <strong>{title}</strong>
      <ul>{sentences.map(sentence => <li key={sentence}><bdi>{sentence}</bdi></li>)}</ul>
    </div>
  );
}
