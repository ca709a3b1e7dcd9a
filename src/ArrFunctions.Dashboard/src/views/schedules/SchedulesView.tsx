import { t } from '../../texts';
import './schedules.css';

export function SchedulesView() {
  return <section class="page"><h1>{t.pages.schedules}</h1></section>;
}
