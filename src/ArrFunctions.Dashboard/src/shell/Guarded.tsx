import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { Button } from '../parts/Button';
import { t } from '../texts';

/** When a view cannot be drawn, the frame around it stays, and the other pages with it. */
export function Guarded({ children }: { children: ComponentChildren }) {
  const [fault] = useErrorBoundary(error => console.error(error)) as [unknown, () => void];
  return fault === undefined ? <>{children}</> : (
    <section class="page" role="alert">
      <h1>{t.app.notDrawn}</h1>
      <p>{t.app.notDrawnLong}</p>
      <p><Button onClick={() => window.location.reload()}>{t.app.reload}</Button></p>
    </section>
  );
}
