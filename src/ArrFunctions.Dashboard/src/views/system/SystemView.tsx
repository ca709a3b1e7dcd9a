import { t } from '../../texts';
import './system.css';

export function SystemView() {
  return <section class="page"><h1>{t.pages.system}</h1></section>;
}
