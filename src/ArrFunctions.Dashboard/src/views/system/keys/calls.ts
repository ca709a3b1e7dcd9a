import { answer, client } from '../../../api/client';
import { bodyOf, type CreatedKey, type Wish } from './keys';

export const createKey = (wish: Wish): Promise<CreatedKey> => answer(client.POST('/api/keys', { body: bodyOf(wish) }));

export const rotateKey = ({ id, overlap }: { id: string; overlap: string }): Promise<CreatedKey> =>
  answer(client.POST('/api/keys/{id}/rotate', { params: { path: { id } }, body: { overlap } }));

export const deleteKey = (id: string) => answer(client.DELETE('/api/keys/{id}', { params: { path: { id } } }));
