import { laneName } from './lanes';
import { plural } from './plural';
import { systemBackup } from './systemBackup';
import { systemConfiguration } from './systemConfiguration';
import { systemFigures } from './systemFigures';
import { systemNotifications } from './systemNotifications';
import { systemUpkeep } from './systemUpkeep';

export const system = {
  tabs: { components: 'Components', figures: 'Figures', configuration: 'Configuration', keys: 'Keys', backup: 'Backup', notifications: 'Notifications', logs: 'Logs', events: 'Events' },
  adminOnly: (what: string) => `${what} can be seen and changed with an admin key alone. Sign in with one.`,
  program: { title: 'ArrFunctions', version: 'Version', uptime: 'Running for', since: (time: string) => `since ${time}`, openapi: 'Every route (OpenAPI)', metrics: 'Prometheus reads /metrics, and start pages read /api/v1/widget, with a key of the role read.' },
  health: {
    title: 'Health',
    whole: { healthy: 'All is well', degraded: 'Something needs a look', unhealthy: 'It cannot do its work' },
    standing: { healthy: 'well', degraded: 'needs a look', unhealthy: 'does not work', unknown: 'not known yet' },
    allWell: (count: number) => `Nothing needs a look. ${plural(count, 'check is', 'checks are')} repeated while the service runs.`,
    well: (count: number) => plural(count, 'check that is well', 'checks that are well'),
    age: (age: string) => `${age} old`,
    notYet: 'no answer yet',
    goThere: 'Go there',
    titles: {
      startup: () => 'Start of the program',
      store: () => 'State',
      salvage: () => 'Is the state whole',
      backup: () => 'Backups',
      notification: of => `Notifications to ${of}`,
      disk: of => of === 'data' ? 'Disk of the data folder' : `Disk of ${of}`,
      tool: of => `Program ${of}`,
      queue: of => `Lane: ${laneName(of)}`,
      schedules: () => 'Schedules',
      poisoned: () => 'Jobs that were given up',
      configuration: () => 'Configuration',
      outbox: () => 'Event log',
      'event-file': () => 'File of events',
      instance: of => `Instance ${of}`,
      tmdb: () => 'TMDB',
    } as Readonly<Record<string, (of: string) => string>>,
  },
  start: {
    title: 'Start of the program',
    outcome: { waiting: 'waits', running: 'runs', done: 'done', failed: 'failed' },
    milliseconds: (count: string) => `${count} ms`,
  },
  instances: {
    title: 'Instances',
    add: 'Add',
    test: 'Test',
    testOf: (name: string) => `Test ${name}`,
    none: 'No Sonarr, Radarr or Prowlarr is connected. Add one in the first steps.',
    services: { sonarr: 'Sonarr', radarr: 'Radarr', prowlarr: 'Prowlarr' } as Readonly<Record<string, string>>,
  },
  ...systemFigures,
  ...systemConfiguration,
  ...systemBackup,
  ...systemNotifications,
  ...systemUpkeep,
};
