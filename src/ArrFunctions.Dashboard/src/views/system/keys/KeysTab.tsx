import { t } from '../../../texts';
import { AdminOnly } from '../AdminOnly';
import { KeysCard } from './KeysCard';

export function KeysTab() {
  return <AdminOnly what={t.system.tabs.keys}><KeysCard /></AdminOnly>;
}
