import { t } from '../../texts';
import './indexers.css';

export function IndexersView() {
  return <section class="page"><h1>{t.pages.indexers}</h1></section>;
}
