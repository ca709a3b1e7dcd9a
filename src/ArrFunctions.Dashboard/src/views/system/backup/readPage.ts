import { root } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { t } from '../../../texts';
import { parsePage, type ReadPage } from './statePage';

export const readPage: ReadPage = async (table, after, signal) => {
  const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  const response = await fetch(`${root}/api/maintenance/state/${encodeURIComponent(table)}${query}`, { credentials: 'same-origin', cache: 'no-store', signal });
  if (!response.ok || response.body === null) {
    throw await problemOf(response, t.problems.status(response.status));
  }

  return parsePage(await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text());
};
