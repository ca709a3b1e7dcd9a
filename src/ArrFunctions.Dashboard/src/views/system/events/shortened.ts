/** Ids that nobody reads as a whole are cut: `job:deb83e66…`. */
export const shortened = (subject: string): string => subject.replace(/^(\w+:[0-9a-f]{8})[0-9a-f]{24}$/, '$1…');
