export function SearchPage({ instance }: { instance: string }) { return <p>{instance}</p>; }
