import { t } from '../../texts';
import './audio.css';

export function AudioView() {
  return <section class="page"><h1>{t.pages.audio}</h1></section>;
}
