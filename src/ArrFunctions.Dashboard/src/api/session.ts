import { noteDate } from '../format/clock';
import { Problem, problemOf } from './problem';
import { t } from '../texts';

/** Who is signed in, as `api/session` tells it. */
export interface Session {
  name: string;
  role: Role;
  /** When it ends, whatever is done until then. */
  expires?: string;
  csrfToken?: string;
  version?: string;
}

export type Role = 'read' | 'operate' | 'admin';

type Listener = (session: Session | null) => void;

let current: Session | null = null;
let wasLeft = false;
const listeners = new Set<Listener>();

const address = () => new URL('api/session', document.baseURI);

/** Whether the last session was ended by its owner, here. */
export const isLeft = (): boolean => wasLeft;

export const csrfToken = (): string | undefined => current?.csrfToken;

/** Calls back at each sign-in and at each end of a session, until the function that is returned is called. */
export function onSession(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The session that the cookie stands for; null: nobody is signed in. */
export async function findSession(): Promise<Session | null> {
  const response = await send({});
  return isStranger(response.status) ? tell(null) : tell(await read(response));
}

/** Nobody is signed in. 429: a proxy sends a key of its own that is wrong here, and too often; the key of a person counts all the same. */
const isStranger = (status: number): boolean => status === 401 || status === 429;

export async function signIn(key: string): Promise<Session> {
  const response = await send({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ key }) });
  return tell(await read(response));
}

export async function signOut(): Promise<void> {
  const response = await send({ method: 'DELETE', headers: { 'X-CSRF-Token': current?.csrfToken ?? '' } });
  if (!response.ok && response.status !== 401) {
    throw await problemOf(response, t.problems.status(response.status));
  }

  wasLeft = true;
  tell(null);
}

/** An answer said that the session is over. */
export function noteEnded(): void {
  if (current !== null) {
    tell(null);
  }
}

function tell<T extends Session | null>(session: T): T {
  current = session;
  wasLeft &&= session === null;
  listeners.forEach(listener => listener(session));
  return session;
}

async function send(init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address(), { credentials: 'same-origin', cache: 'no-store', ...init });
    noteDate(response.headers.get('Date'));
    return response;
  } catch {
    throw Problem.unreachable(t.problems.unreachable);
  }
}

async function read(response: Response): Promise<Session> {
  if (!response.ok) {
    throw await problemOf(response, t.problems.status(response.status));
  }

  return await response.json() as Session;
}
