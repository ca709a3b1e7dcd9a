import type { ComponentType } from 'preact';
import { PageHead } from '../../parts/PageHead';
import { Tabs } from '../../parts/Tabs';
import { useAddress } from '../../shell/address';
import { t } from '../../texts';
import { NotFound } from '../NotFound';
import { BackupTab } from './backup/BackupTab';
import { ComponentsTab } from './components/ComponentsTab';
import { ConfigurationTab } from './configuration/ConfigurationTab';
import { EventsTab } from './events/EventsTab';
import { FiguresTab } from './figures/FiguresTab';
import { KeysTab } from './keys/KeysTab';
import { LogsTab } from './logs/LogsTab';
import { NotificationsTab } from './notifications/NotificationsTab';
import './system.css';

const tabs: readonly { path: string; title: string; view: ComponentType }[] = [
  { path: '/system', title: t.system.tabs.components, view: ComponentsTab },
  { path: '/system/figures', title: t.system.tabs.figures, view: FiguresTab },
  { path: '/system/configuration', title: t.system.tabs.configuration, view: ConfigurationTab },
  { path: '/system/keys', title: t.system.tabs.keys, view: KeysTab },
  { path: '/system/backup', title: t.system.tabs.backup, view: BackupTab },
  { path: '/system/notifications', title: t.system.tabs.notifications, view: NotificationsTab },
  { path: '/system/logs', title: t.system.tabs.logs, view: LogsTab },
  { path: '/system/events', title: t.system.tabs.events, view: EventsTab },
];

export function SystemView() {
  const { path } = useAddress();
  const tab = tabs.find(known => known.path === path);
  if (tab === undefined) {
    return <NotFound />;
  }

  const View = tab.view;
  return (
    <section class="page">
      <PageHead title={t.pages.system} />
      <Tabs label={t.pages.system} tabs={tabs} />
      <View />
    </section>
  );
}
