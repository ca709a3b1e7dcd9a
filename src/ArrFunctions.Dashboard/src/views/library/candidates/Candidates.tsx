export function Candidates({ instance }: { instance: string }) { return <p>{instance}</p>; }
