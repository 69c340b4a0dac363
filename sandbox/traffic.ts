import type { Clock } from '../src/clock.ts';
import type { Reply } from './http.ts';
import type { Delivery, Transport } from './slack/transport.ts';

/** One exchange between the bot and a service. */
export interface Exchange {
  readonly id: number;
  /** Milliseconds since 1970, by the bot's clock. */
  readonly at: number;
  readonly what:
    | 'Web API'
    | 'response_url'
    | 'envelope'
    | 'Calendar API'
    | 'Calendar feed'
    | 'YouTube API'
    | 'Playlist feed'
    | 'Documents';
  /** Method, envelope's type or path. */
  readonly name: string;
  readonly sent: unknown;
  readonly answered: unknown;
  /** HTTP status, or the outcome of an envelope. */
  readonly outcome: string;
  readonly ms: number;
}

/** Is told of each exchange when it is complete. */
export type OnExchange = (exchange: Exchange) => void;

/** Reports exchanges, numbered and with their times. */
export class Traffic {
  readonly #clock: Clock;
  readonly #tell: OnExchange;
  #count = 0;

  constructor(clock: Clock, tell: OnExchange) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Reports a request and its reply, or its broken connection. */
  async request(
    what: Exchange['what'],
    name: string,
    sent: unknown,
    run: () => Reply | Promise<Reply>,
  ): Promise<Reply> {
    const begin = performance.now();
    try {
      const reply = await run();
      this.#record({
        what,
        name,
        sent,
        answered: reply.body,
        outcome: String(reply.status),
        begin,
      });
      return reply;
    } catch (error) {
      this.#record({ what, name, sent, answered: undefined, outcome: 'no answer', begin });
      throw error;
    }
  }

  /** The same transport, with its envelopes reported. */
  over(transport: Transport): Transport {
    return {
      deliver: async (kind, payload) => {
        const begin = performance.now();
        const delivery = await transport.deliver(kind, payload);
        const answered = delivery.kind === 'acknowledged' ? delivery.payload : undefined;
        const outcome: Delivery['kind'] = delivery.kind;
        this.#record({ what: 'envelope', name: kind, sent: payload, answered, outcome, begin });
        return delivery;
      },
    };
  }

  #record({ begin, ...facts }: Omit<Exchange, 'id' | 'at' | 'ms'> & { begin: number }): void {
    this.#count += 1;
    const ms = performance.now() - begin;
    this.#tell({ ...facts, id: this.#count, at: this.#clock.now().toMillis(), ms });
  }
}
