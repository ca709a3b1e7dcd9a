import { t } from '../../texts';
import './now.css';

export function NowView() {
  return <section class="page"><h1>{t.pages.now}</h1></section>;
}
