import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PlaygroundState } from './state.ts';

// A burst of changes, such as a message and its traffic, is sent once.
const TELL_AFTER_MS = 25;

/** The pages that follow the state through server-sent events. */
export class Followers {
  readonly #state: () => Promise<PlaygroundState>;
  readonly #pages = new Set<ServerResponse>();
  #timer: NodeJS.Timeout | undefined;

  constructor(state: () => Promise<PlaygroundState>) {
    this.#state = state;
  }

  /** Responds with the state, now and whenever it changes. */
  async add(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#pages.add(response);
    request.on('close', () => this.#pages.delete(response));
    await this.#send([response]);
  }

  /** Tells all pages that the state has changed. */
  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#send([...this.#pages]);
    }, TELL_AFTER_MS);
  }

  /** Sends the pages that are there nothing more. */
  dismiss(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pages.clear();
  }

  async #send(to: readonly ServerResponse[]): Promise<void> {
    if (to.length === 0) return;
    try {
      const state = JSON.stringify(await this.#state());
      for (const one of to) one.write(`data: ${state}\n\n`);
    } catch (error) {
      // The pages see their connections end, and say so.
      for (const one of to) one.end();
      const isFollowed = to.some((one) => this.#pages.has(one));
      if (isFollowed) process.stderr.write(`The state could not be read: ${String(error)}\n`);
    }
  }
}
