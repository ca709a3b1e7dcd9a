/** One thing that is wrong with what was sent. */
export interface Finding {
  severity: string;
  code: string;
  message: string;
  key?: string;
  line?: number;
  column?: number;
}

/** What a refused request says (RFC 9457): the sentence for people, and a code that stays the same. */
export class Problem extends Error {
  constructor(readonly status: number, readonly code: string, detail: string, readonly retryAfter?: number, readonly findings: readonly Finding[] = []) {
    super(detail);
    this.name = 'Problem';
  }

  /** The service did not answer at all. */
  static unreachable(detail: string): Problem {
    return new Problem(0, 'unreachable', detail);
  }

  get isUnreachable(): boolean {
    // A proxy says so in the name of a service that is not there.
    return this.status === 0 || this.status === 502 && this.code === 'proxy' || this.status === 504 && this.code === 'proxy';
  }
}

export async function problemOf(response: Response, fallback: string): Promise<Problem> {
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  if (response.headers.get('Content-Type')?.includes('problem+json')) {
    const body = await response.json() as { code?: string; detail?: string; title?: string; findings?: readonly Finding[] };
    return new Problem(response.status, body.code ?? 'fault', body.detail ?? body.title ?? fallback, retryAfter, body.findings);
  }

  return new Problem(response.status, response.status >= 502 ? 'proxy' : 'fault', fallback, retryAfter);
}
