import { addressOf, pathOf } from './address';

/** Where the page shows what an event is about; undefined: nowhere in particular. The page of a batch leads on to the export, where it is one. */
export function subjectPath(subject: string): string | undefined {
  const cut = subject.indexOf(':');
  const [kind, id] = cut < 0 ? [subject, ''] : [subject.slice(0, cut), subject.slice(cut + 1)];
  switch (kind) {
    case 'job': return pathOf('audio', 'jobs', id);
    case 'batch': return pathOf('audio', 'batches', id);
    case 'indexer': return pathOf('indexers', ...id.split('/'));
    case 'indexers':
    case 'network': return '/indexers';
    case 'discovery': return '/indexers/discovery';
    case 'instance': return '/system';
    case 'schedule': return '/schedules';
    case 'scheduledBatch': return addressOf('/system/configuration', { search: 'Batches:Scheduled' });
    case 'setting': return addressOf('/system/configuration', { search: id });
    case 'config': return '/system/configuration';
    case 'key': return '/system/keys';
    case 'log': return '/system/logs';
    case 'backup':
    case 'state': return '/system/backup';
    case 'notification':
    case 'notifications': return '/system/notifications';
    case 'lane':
    case 'cache': return '/system/figures';
    default: return undefined;
  }
}
