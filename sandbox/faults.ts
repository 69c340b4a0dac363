import type { Reply } from './http.ts';
import { seeded } from './random.ts';
import { type Fault, spoil } from './spoil.ts';

export { FAULT_KINDS, type Fault, type FaultKind } from './spoil.ts';

/** Stands for every request. */
export const ANY_REQUEST = '*';

/** A fault that is switched on: which requests it hits, and how many of them. */
export interface FaultRule {
  /** Name of a Web API method, `response_url`, `calendar`, `feed`, or `ANY_REQUEST`. */
  readonly on: string;
  readonly kind: Fault;
  /** How many requests it hits; if absent, it lasts until it is switched off. */
  readonly count?: number;
  /** Hits only requests to matching channels or people. */
  readonly to?: RegExp;
}

/** Random faults, determined by a seed. */
export interface RandomFaults {
  readonly seed: number;
  /** The share of requests that are hit, from 0 to 1. */
  readonly share: number;
  readonly kinds: readonly Fault[];
}

interface ActiveRule {
  readonly rule: FaultRule;
  left: number;
}

/** Faults on demand, for both services. */
export class Faults {
  readonly #rules = new Set<ActiveRule>();
  #random: (() => Fault | undefined) | undefined;
  readonly #hangMs: number;

  /** A hang ends after `hangMs`, longer than the client under test waits. */
  constructor(hangMs = 15_000) {
    this.#hangMs = hangMs;
  }

  /**
   * Switches a fault on; rules for the same request are used up in order. The returned function
   * switches it off.
   */
  add(rule: FaultRule): () => void {
    const active = { rule, left: rule.count ?? Number.POSITIVE_INFINITY };
    this.#rules.add(active);
    return () => void this.#rules.delete(active);
  }

  /** From now on, picks each request's fault at random; the same seed picks the same faults. */
  addRandom({ seed, share, kinds }: RandomFaults): void {
    const random = seeded(seed);
    this.#random = () =>
      random() < share ? kinds[Math.floor(random() * kinds.length)] : undefined;
  }

  clear(): void {
    this.#rules.clear();
    this.#random = undefined;
  }

  /** Lets a request through, or applies the first rule that matches it. `to` is its channel or person. */
  async apply(on: string, run: () => Reply, to = ''): Promise<Reply> {
    const kind = this.#take(on, to) ?? this.#random?.();
    return kind === undefined ? run() : spoil(kind, run, this.#hangMs);
  }

  #take(on: string, to: string): Fault | undefined {
    const active = [...this.#rules].find(({ rule }) => hits(rule, on, to));
    if (!active) return undefined;
    active.left -= 1;
    if (active.left <= 0) this.#rules.delete(active);
    return active.rule.kind;
  }
}

function hits(rule: FaultRule, on: string, to: string): boolean {
  return (rule.on === on || rule.on === ANY_REQUEST) && (rule.to?.test(to) ?? true);
}
