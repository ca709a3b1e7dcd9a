import { t } from '../../texts';
import './library.css';

export function LibraryView() {
  return <section class="page"><h1>{t.pages.library}</h1></section>;
}
