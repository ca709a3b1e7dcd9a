/** A path whose file name is seen first, with its folder below it. Written by strangers: only ever text. */
export function PathName({ path }: { path: string }) {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return <span class="path" title={path}><bdi>{path.slice(cut + 1)}</bdi>{cut > 0 ? <small><bdi>{path.slice(0, cut)}</bdi></small> : null}</span>;
}
