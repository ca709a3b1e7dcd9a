import createClient, { type Middleware } from 'openapi-fetch';
import { noteDate } from '../format/clock';
import { t } from '../texts';
import { Problem, problemOf } from './problem';
import type { paths } from './schema';
import { csrfToken, findSession, noteEnded } from './session';

/** Where the service is: the folder of this page, so that a path prefix of a proxy is kept. */
export const root = new URL('.', document.baseURI).href.replace(/\/$/, '');

const guard: Middleware = {
  onRequest({ request }) {
    const token = csrfToken();
    if (token !== undefined && request.method !== 'GET') {
      request.headers.set('X-CSRF-Token', token);
    }
  },
  async onResponse({ response }) {
    noteDate(response.headers.get('Date'));
    if (!response.ok) {
      const problem = await problemOf(response, t.problems.status(response.status));
      if (problem.status === 401 || problem.code === 'tooManyFailures') {
        noteEnded();
      } else if (problem.code === 'csrfMissing') {
        void findSession().catch(() => undefined); // Somebody signed in anew in another tab.
      }

      throw problem;
    }
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError' ? error : Problem.unreachable(t.problems.unreachable);
  },
};

export const client = createClient<paths>({ baseUrl: root, credentials: 'same-origin' });
client.use(guard);

/** What a call brought, without the parts that a refused one would have: those are thrown as {@link Problem}. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}
