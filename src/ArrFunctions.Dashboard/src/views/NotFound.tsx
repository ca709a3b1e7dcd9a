import { Link } from 'wouter-preact';
import { t } from '../texts';

export function NotFound() {
  return <section class="page"><h1>{t.app.notFound}</h1><p><Link href="/">{t.app.toStart}</Link></p></section>;
}
