/** Where the page shows what an event is about; undefined: nowhere in particular. */
export function subjectLink(subject: string): string | undefined {
  const cut = subject.indexOf(':');
  const [kind, id] = [subject.slice(0, cut), encodeURIComponent(subject.slice(cut + 1))];
  switch (kind) {
    case 'job': return `/audio/jobs/${id}`;
    case 'batch': return `/audio/batches/${id}`;
    case 'indexer':
    case 'instance':
    case 'discovery': return '/indexers';
    case 'schedule': return '/schedules';
    case 'setting': return '/system/configuration';
    case 'key': return '/system/keys';
    default: return undefined;
  }
}
