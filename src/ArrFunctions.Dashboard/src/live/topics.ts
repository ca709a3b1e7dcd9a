/** Which routes are asked again after which events: the first word of the event, and the beginnings of the routes. */
const topics = new Map<string, readonly string[]>(Object.entries({
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
  notification: ['/api/notifications', '/health'],
  notifications: ['/api/notifications', '/health'],
}));

/** Every event is also a row of the log. */
export function routesOf(event: string): readonly string[] {
  return ['/api/events', ...topics.get(event.split('.', 1)[0] ?? '') ?? []];
}

/** The name of the event that a message of the stream holds; undefined: it is none that this page understands. */
export function nameIn(message: string): string | undefined {
  try {
    const event = JSON.parse(message) as { name?: unknown } | null;
    return typeof event?.name === 'string' ? event.name : undefined;
  } catch {
    return undefined;
  }
}
