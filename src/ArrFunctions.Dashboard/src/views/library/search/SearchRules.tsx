import { useGet } from '../../../api/hooks';
import { rulesOf } from './outcome';

/** The settings that a search keeps to. */
export function SearchRules() {
  const rules = rulesOf(useGet('/api/config').data?.settings ?? []);
  return rules.length === 0 ? null : <dl class="rules">{rules.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
