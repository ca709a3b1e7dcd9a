import type { ComponentChildren } from 'preact';
import { Empty } from '../../parts/Empty';
import { useMay } from '../../shell/SessionContext';
import { t } from '../../texts';

/** What only an admin key may see: others are told so, and nothing is asked for. */
export function AdminOnly({ what, children }: { what: string; children: ComponentChildren }) {
  return useMay('admin') ? <>{children}</> : <Empty>{t.system.adminOnly(what)}</Empty>;
}
