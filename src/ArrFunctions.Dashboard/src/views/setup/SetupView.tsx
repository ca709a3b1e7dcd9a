import { t } from '../../texts';
import './setup.css';

export function SetupView() {
  return <section class="page"><h1>{t.pages.setup}</h1></section>;
}
