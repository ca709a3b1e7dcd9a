/** Where the name of a file begins, whichever system wrote its path. */
const cutOf = (path: string): number => Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));

/** What a path ends with. */
export const fileOf = (path: string): string => path.slice(cutOf(path) + 1);

export const folderOf = (path: string): string => path.slice(0, Math.max(0, cutOf(path)));
