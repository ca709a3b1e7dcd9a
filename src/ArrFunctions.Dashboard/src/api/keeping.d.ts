/** Routes that docs/openapi.json does not have yet. What it gets of them takes the place of this file. */
export {};

interface Answer<T> {
  headers: Record<string, unknown>;
  content: { 'application/json': T };
}

interface Call<T, B = undefined, P = undefined> {
  parameters: { query?: never; header?: never; cookie?: never } & (P extends undefined ? { path?: never } : { path: P });
  requestBody?: B extends undefined ? never : { content: { 'application/json': B } };
  responses: { 200: Answer<T> };
}

interface Backup {
  name: string;
  time: string;
  reason: string;
  bytes: number;
  version: string;
  format: number;
  rows: number;
  artifacts: number;
  trouble?: string;
}

interface Target {
  name: string;
  kind: string;
  host: string;
  state: string;
  waiting: number;
  forDigest: number;
  lastSent?: string;
  outOfOrderSince?: string;
  nextTry?: string;
  lastFailure?: string;
  lastTrouble?: string;
}

interface Notifications {
  targets: Target[];
  rules: string[];
  quietHours?: string;
  areQuietNow: boolean;
  repeatAfterSeconds: number;
}

interface Tested {
  target: string;
  kind: string;
  isSent: boolean;
  reason?: string;
}

declare module './schema' {
  interface paths {
    '/api/maintenance/backups': { parameters: object; get: Call<{ place: string; keep: number; backups: Backup[] }> };
    '/api/maintenance/backups/{name}': { parameters: object; delete: Call<undefined, undefined, { name: string }> };
    '/api/maintenance/backup': { parameters: object; post: Call<Backup> };
    '/api/maintenance/cleanup': { parameters: object; post: Call<{ results: { schedule: string; outcome: string; text: string }[] }> };
    '/api/notifications': { parameters: object; get: Call<Notifications> };
    '/api/notifications/test': { parameters: object; post: Call<{ results: Tested[] }, { target?: string }> };
  }
}
