import { addressOf } from '../address';

/** Where that is which an event is about: an address of this page; undefined where there is none. */
export function subjectAddress(subject: string): string | undefined {
  const cut = subject.indexOf(':');
  const [kind, id] = cut < 0 ? [subject, ''] : [subject.slice(0, cut), subject.slice(cut + 1)];
  switch (kind) {
    case 'job': return `#/audio/jobs/${encodeURIComponent(id)}`;
    case 'batch': return `#/audio/batches/${encodeURIComponent(id)}`;
    case 'indexer': return `#/indexers/${id.split('/').map(encodeURIComponent).join('/')}`;
    case 'discovery': return '#/indexers/discovery';
    case 'network': return '#/indexers';
    case 'instance': return '#/system';
    case 'schedule': return '#/schedules';
    case 'scheduledBatch': return addressOf('/system/configuration', { search: 'Batches:Scheduled' });
    case 'setting': return addressOf('/system/configuration', { search: id });
    case 'config': return '#/system/configuration';
    case 'key': return '#/system/keys';
    case 'log': return '#/system/logs';
    case 'state': return '#/system/backup';
    case 'lane':
    case 'cache': return '#/system/figures';
    default: return undefined;
  }
}

/** Ids that nobody reads as a whole are cut: `job:deb83e66…`. */
export const shortened = (subject: string): string => subject.replace(/^(\w+:[0-9a-f]{8})[0-9a-f]{24}$/, '$1…');
