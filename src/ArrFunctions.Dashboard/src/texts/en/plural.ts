/** "1 file", "1,200 files". */
export const plural = (count: number, one: string, many: string) => count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`;
