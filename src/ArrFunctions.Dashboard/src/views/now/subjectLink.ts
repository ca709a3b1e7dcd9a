/** Where the page shows what an event is about; undefined: nowhere in particular.
 * @param exports Ids of the batches that are exports, which have a page of their own. */
export function subjectLink(subject: string, exports: ReadonlySet<string>): string | undefined {
  const cut = subject.indexOf(':');
  const [kind, id] = cut < 0 ? [subject, ''] : [subject.slice(0, cut), encodeURIComponent(subject.slice(cut + 1))];
  switch (kind) {
    case 'job': return `/audio/jobs/${id}`;
    case 'batch': return exports.has(subject.slice(cut + 1)) ? `/library/exports/${id}` : `/audio/batches/${id}`;
    case 'indexer': return `/indexers/${subject.slice(cut + 1).split('/').map(encodeURIComponent).join('/')}`;
    case 'instance': return '/system';
    case 'indexers':
    case 'network': return '/indexers';
    case 'discovery': return '/indexers/discovery';
    case 'schedule': return '/schedules';
    case 'setting': return '/system/configuration';
    case 'key': return '/system/keys';
    default: return undefined;
  }
}
