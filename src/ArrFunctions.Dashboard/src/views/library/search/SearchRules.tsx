import { Link } from 'wouter-preact';
import { useGet } from '../../../api/hooks';
import { t } from '../../../texts';
import { rulesOf } from './outcome';

/** The settings that a search keeps to. */
export function SearchRules() {
  const rules = rulesOf(useGet('/api/config').data?.settings ?? []);
  return rules.length === 0 ? null : (
    <div class="rules">
      <dl>{rules.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <Link href="/system">{t.library.search.settings}</Link>
    </div>
  );
}
