import { plural } from './plural';

export const systemFigures = {
  figures: {
    today: 'Today (UTC)',
    lifetime: 'In all',
    names: { queued: 'Queued', waiting: 'Waiting', today: 'Ended today', rate: 'Success', uptime: 'Running for' },
    notes: { running: (count: string) => `${count} running`, waiting: 'for a file, a torrent or a service', failed: (count: string) => `${count} failed`, rate: 'of all jobs that ended' },
    jobs: { title: 'Jobs', counts: { succeeded: 'Succeeded', skipped: 'Skipped', failed: 'Failed', cancelled: 'Cancelled', total: 'Together' } },
    batches: { title: 'Batches', counts: { started: 'Started', succeeded: 'Succeeded', partlyFailed: 'Partly failed', failed: 'Failed', cancelled: 'Cancelled' } },
    indexers: { title: 'Indexers and searches', counts: { switchedOff: 'Indexers disabled', switchedOn: 'Indexers enabled again', outages: 'Outages' } },
    searches: { counts: { searched: 'Searches for upgrades', failed: 'Searches that failed' } },
    sinceStart: {
      title: 'Since the start',
      files: 'Audio files',
      filesSaid: (total: string, changed: string, failed: string) => `${total} looked at, ${changed} changed, ${failed} failed`,
      mean: 'Time for a file',
      milliseconds: (count: string) => `${count} ms on average`,
      webhooks: (service: string) => `Webhooks of ${service}`,
      webhooksSaid: (accepted: string, ignored: string) => `${accepted} accepted, ${ignored} ignored`,
      tests: 'Tests of indexers',
      testsSaid: (passed: string, failed: string) => `${passed} passed, ${failed} failed`,
    },
    lanes: { title: 'Lanes', lane: 'Lane', messages: 'Waiting', workers: 'Workers', paused: 'paused' },
    caches: {
      title: 'Caches',
      hitRate: 'hit rate',
      said: (entries: number, hits: string, misses: string) => `${plural(entries, 'entry', 'entries')}; since the start ${hits} found, ${misses} not.`,
      stale: (count: string) => `${count} answered by an old entry.`,
      evictions: (count: string) => `${count} made room for others.`,
      clear: 'Clear',
      clearTitle: (name: string) => `Clear the cache ${name}`,
      clearBody: (entries: number) => `${plural(entries, 'entry is', 'entries are')} forgotten and asked for again when needed. Nothing else is lost.`,
      cleared: (name: string, removed: number) => `${name}: ${plural(removed, 'entry was', 'entries were')} forgotten.`,
    },
  },
};
