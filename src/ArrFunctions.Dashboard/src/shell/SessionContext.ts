import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Role, Session } from '../api/session';

export const SessionContext = createContext<Session>({ name: '', role: 'read' });

const order: readonly Role[] = ['read', 'operate', 'admin'];

export const useSession = (): Session => useContext(SessionContext);

/** Whether who is signed in may do what asks for the role. The service decides; the page only does not offer what would be refused. */
export function useMay(needed: Role): boolean {
  return order.indexOf(useSession().role) >= order.indexOf(needed);
}
