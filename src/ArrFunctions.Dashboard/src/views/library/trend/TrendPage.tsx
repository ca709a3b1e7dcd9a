export function TrendPage({ instance }: { instance: string }) { return <p>{instance}</p>; }
