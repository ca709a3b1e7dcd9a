import { fileOf, folderOf } from '../format/paths';

/** A path whose file name is seen first, with its folder below it. Written by strangers: only ever text. */
export function PathName({ path }: { path: string }) {
  const folder = folderOf(path);
  return <span class="path" title={path}><bdi>{fileOf(path)}</bdi>{folder === '' ? null : <small><bdi>{folder}</bdi></small>}</span>;
}
