import type { QueryClient } from '@tanstack/preact-query';
import { nameIn, routesOf } from './topics';

/** How the page learns what is new: by the stream of events, by asking again and again, or not at all while nobody answers. */
export type LiveState = 'stream' | 'polling' | 'lost';

const together = 1000;
const pollEvery = 5000;
const streamAgainAfter = 60_000;
const failuresUntilPolling = 2;

/**
 * Keeps what is shown up to date until it is closed. Events that come close to each other ask once.
 *
 * A tab in the background has no stream: a browser has six connections to a service for all of its tabs, and streams would take them from everything else.
 */
export class LiveUpdates {
  private source: EventSource | null = null;
  private failures = 0;
  private wasLost = false;
  private readonly pending = new Set<string>();
  private flushing: ReturnType<typeof setTimeout> | undefined;
  private polling: ReturnType<typeof setInterval> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly queries: QueryClient,
    private readonly tell: (state: LiveState) => void,
    private readonly probe: () => Promise<boolean>,
  ) {
    document.addEventListener('visibilitychange', this.turn);
    if (!document.hidden) {
      this.open();
    }
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.turn);
    this.rest();
  }

  private readonly turn = (): void => {
    this.rest();
    if (!document.hidden) {
      this.open();
      void this.probe();
      void this.queries.invalidateQueries();
    }
  };

  private rest(): void {
    this.source?.close();
    clearTimeout(this.flushing);
    clearInterval(this.polling);
    clearTimeout(this.again);
    this.flushing = undefined;
    this.polling = undefined;
  }

  private open(): void {
    this.source?.close();
    const source = new EventSource(new URL('api/events/stream', document.baseURI));
    this.source = source;
    source.onopen = () => this.opened();
    source.onmessage = message => this.note(message as MessageEvent<string>);
    source.onerror = () => this.failed(source);
  }

  private opened(): void {
    this.failures = 0;
    clearInterval(this.polling);
    this.polling = undefined;
    if (this.wasLost) {
      this.wasLost = false;
      void this.queries.invalidateQueries();
    }

    this.tell('stream');
  }

  private note(message: MessageEvent<string>): void {
    const name = nameIn(message.data);
    if (name === undefined) {
      return;
    }

    routesOf(name).forEach(route => this.pending.add(route));
    if (/^(key|session)\./.test(name)) {
      void this.probe(); // It may be the end of this one.
    }

    this.flushing ??= setTimeout(() => this.flush(), together);
  }

  private flush(): void {
    const routes = [...this.pending];
    this.pending.clear();
    this.flushing = undefined;
    void this.queries.invalidateQueries({ predicate: query => routes.some(route => String(query.queryKey[0]).startsWith(route)) });
  }

  /** A stream ends every few minutes by itself and is opened again by the browser; one that cannot be had is replaced by asking. */
  private failed(source: EventSource): void {
    this.failures += 1;
    if (source.readyState !== EventSource.CLOSED && this.failures < failuresUntilPolling) {
      return;
    }

    source.close();
    this.polling ??= setInterval(() => void this.poll(), pollEvery);
    void this.poll();
    clearTimeout(this.again);
    this.again = setTimeout(() => this.open(), this.wasLost ? pollEvery : streamAgainAfter);
  }

  private async poll(): Promise<void> {
    if (document.hidden) {
      return;
    }

    const isThere = await this.probe();
    if (isThere && this.wasLost) {
      this.wasLost = false;
      clearTimeout(this.again);
      this.open();
    }

    this.wasLost = !isThere;
    this.tell(isThere ? 'polling' : 'lost');
    if (isThere) {
      void this.queries.invalidateQueries();
    }
  }
}
