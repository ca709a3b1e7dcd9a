import { Activity, AudioLines, CalendarClock, Library, Radar, Settings2 } from 'lucide-preact';
import type { ComponentType } from 'preact';
import { t } from '../texts';
import { AudioView } from '../views/audio/AudioView';
import { IndexersView } from '../views/indexers/IndexersView';
import { LibraryView } from '../views/library/LibraryView';
import { NowView } from '../views/now/NowView';
import { SchedulesView } from '../views/schedules/SchedulesView';
import { SetupView } from '../views/setup/SetupView';
import { SystemView } from '../views/system/SystemView';

interface Page {
  /** Also the class within which the styles of the view hold. */
  name: string;
  path: string;
  /** Also the addresses below, which the view takes apart itself. */
  route: string;
  title: string;
  view: ComponentType;
  /** Without one it is not in the navigation. */
  icon?: typeof Activity;
}

export const pages: readonly Page[] = [
  { name: 'now', path: '/', route: '/', title: t.pages.now, view: NowView, icon: Activity },
  { name: 'indexers', path: '/indexers', route: '/indexers/*?', title: t.pages.indexers, view: IndexersView, icon: Radar },
  { name: 'audio', path: '/audio', route: '/audio/*?', title: t.pages.audio, view: AudioView, icon: AudioLines },
  { name: 'library', path: '/library', route: '/library/*?', title: t.pages.library, view: LibraryView, icon: Library },
  { name: 'schedules', path: '/schedules', route: '/schedules', title: t.pages.schedules, view: SchedulesView, icon: CalendarClock },
  { name: 'system', path: '/system', route: '/system/*?', title: t.pages.system, view: SystemView, icon: Settings2 },
  { name: 'setup', path: '/setup', route: '/setup/*?', title: t.pages.setup, view: SetupView },
];
