/** Which routes are asked again after which events: the first word of the event, and the beginnings of the routes. */
const topics: Readonly<Record<string, readonly string[]>> = {
  job: ['/api/jobs', '/api/queue', '/api/batch', '/api/stats', '/api/webhook'],
  batch: ['/api/batch', '/api/jobs', '/api/queue', '/api/library/exports', '/api/stats'],
  lane: ['/api/queue', '/health'],
  schedule: ['/api/schedules', '/health'],
  cache: ['/api/caches'],
  key: ['/api/keys'],
  session: ['/api/keys'],
  config: ['/api/config', '/api/instances', '/api/indexers', '/api/setup', '/health'],
  instance: ['/api/instances', '/api/setup', '/api/indexers', '/health'],
  indexer: ['/api/indexers', '/api/stats'],
  indexers: ['/api/indexers'],
  outage: ['/api/indexers', '/health'],
  library: ['/api/library', '/api/stats'],
  logs: ['/api/logs'],
  health: ['/api/indexers', '/health'],
  state: ['/api/maintenance', '/health'],
  webhook: ['/api/setup'],
};

/** Every event is also a row of the log. */
export function routesOf(event: string): readonly string[] {
  return ['/api/events', ...topics[event.split('.', 1)[0] ?? ''] ?? []];
}
