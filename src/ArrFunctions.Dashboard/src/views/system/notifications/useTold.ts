import { useGet } from '../../../api/hooks';
import { toldOf } from './told';

/** Who is told of what, kept up to date: what is sent by the clock tells no event. */
export function useTold() {
  const { data, error, isPending } = useGet('/api/notifications', undefined, { poll: 20_000 });
  return { data: data === undefined ? undefined : toldOf(data), error, isPending };
}
