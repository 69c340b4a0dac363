import { setTimeout as sleep } from 'node:timers/promises';
import { Dropped, type Reply } from './http.ts';
import { seeded } from './random.ts';

/** What can go wrong with a request. `before` and `after` are seen from its effect. */
export const FAULT_KINDS = [
  'rate limited',
  'server error',
  'server error after',
  'hang',
  'hang after',
  'dropped before',
  'dropped after',
  'truncated',
  'html',
  'slow',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Faults that were switched on: which request they hit, and how many of them. */
export interface FaultRule {
  /** Name of a Web API method, or `calendar`. */
  readonly on: string;
  readonly kind: FaultKind;
  /** How many requests it hits before it is over. */
  readonly count: number;
}

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';
const SLOW_MS = 300;

/** Faults that a seed chooses: which requests they hit, and in which way. */
export interface RandomFaults {
  readonly seed: number;
  /** How many of the requests are hit, from 0 to 1. */
  readonly share: number;
  readonly kinds: readonly FaultKind[];
}

/** Faults on demand, for both services. */
export class Faults {
  #rules: FaultRule[] = [];
  #random: (() => FaultKind | undefined) | undefined;
  readonly #hangMs: number;

  /** A hang ends after `hangMs`, longer than the client under test waits. */
  constructor(hangMs = 15_000) {
    this.#hangMs = hangMs;
  }

  /** Switches a fault on; rules on the same request are used up in their order. */
  add(rule: FaultRule): void {
    this.#rules.push(rule);
  }

  /** Lets a seed choose what befalls each request from now on; the same seed chooses the same. */
  addRandom({ seed, share, kinds }: RandomFaults): void {
    const random = seeded(seed);
    this.#random = () =>
      random() < share ? kinds[Math.floor(random() * kinds.length)] : undefined;
  }

  clear(): void {
    this.#rules = [];
    this.#random = undefined;
  }

  /** Lets a request through, or spoils it by the first rule on it. */
  async apply(on: string, run: () => Reply): Promise<Reply> {
    const at = this.#rules.findIndex((rule) => rule.on === on);
    const rule = this.#rules[at];
    if (!rule) {
      const kind = this.#random?.();
      return kind ? spoil(kind, run, this.#hangMs) : run();
    }
    if (rule.count > 1) this.#rules[at] = { ...rule, count: rule.count - 1 };
    else this.#rules.splice(at, 1);
    return spoil(rule.kind, run, this.#hangMs);
  }
}

async function spoil(kind: FaultKind, run: () => Reply, hangMs: number): Promise<Reply> {
  switch (kind) {
    case 'rate limited':
      return {
        status: 429,
        body: { ok: false, error: 'ratelimited' },
        headers: { 'retry-after': '30' },
      };
    case 'server error':
      return { status: 500, body: 'Internal Server Error' };
    case 'server error after':
      run();
      return { status: 500, body: 'Internal Server Error' };
    case 'hang':
      await sleep(hangMs, undefined, { ref: false });
      throw new Dropped();
    case 'hang after':
      run();
      await sleep(hangMs, undefined, { ref: false });
      throw new Dropped();
    case 'dropped before':
      throw new Dropped();
    case 'dropped after':
      run();
      throw new Dropped();
    case 'truncated': {
      const reply = run();
      const body = JSON.stringify(reply.body);
      return { ...reply, body: body.slice(0, Math.floor(body.length / 2)) };
    }
    case 'html':
      return { status: 200, body: HTML, headers: { 'content-type': 'text/html' } };
    case 'slow':
      await sleep(SLOW_MS);
      return run();
  }
}
