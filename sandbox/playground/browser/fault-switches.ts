import { type FaultKind, Faults } from '../../faults.ts';

/** A fault that can be switched on and off. */
export interface FaultSwitch {
  readonly id: string;
  readonly service: 'Google' | 'Slack';
  readonly label: string;
  /** What it does, for whoever has not met it. */
  readonly hint: string;
}

interface FaultyRequests {
  readonly requests: readonly string[];
  readonly kind: FaultKind;
}

const CALENDAR = ['calendar'];
const MESSAGES = ['chat.postMessage', 'chat.update'];

/** All of them, with the requests that they spoil. */
const FAULT_SWITCHES: readonly (FaultSwitch & FaultyRequests)[] = [
  {
    id: 'google-down',
    service: 'Google',
    label: 'Unreachable',
    hint: 'Connections break off.',
    requests: CALENDAR,
    kind: 'dropped before',
  },
  {
    id: 'google-slow',
    service: 'Google',
    label: 'Hangs',
    hint: 'Answers come after 15 seconds, too late.',
    requests: CALENDAR,
    kind: 'hang',
  },
  {
    id: 'google-quota',
    service: 'Google',
    label: 'Quota used up',
    hint: 'Each request is refused with 429.',
    requests: CALENDAR,
    kind: 'rate limited',
  },
  {
    id: 'google-broken',
    service: 'Google',
    label: 'Broken body',
    hint: 'Answers are cut in half.',
    requests: CALENDAR,
    kind: 'truncated',
  },
  {
    id: 'slack-limited',
    service: 'Slack',
    label: 'Rate limited',
    hint: 'Posts are refused with 429, to be tried in 30 seconds.',
    requests: MESSAGES,
    kind: 'rate limited',
  },
  {
    id: 'slack-500',
    service: 'Slack',
    label: 'Error 500',
    hint: 'Posts fail.',
    requests: MESSAGES,
    kind: 'server error',
  },
  {
    id: 'slack-lost',
    service: 'Slack',
    label: 'Answer lost',
    hint: 'Posts are made, and the bot never hears of it.',
    requests: MESSAGES,
    kind: 'dropped after',
  },
];

/** The switches, and the faults that they let happen. */
export class FaultBoard {
  readonly faults = new Faults();
  readonly #on = new Set<string>();

  list(): readonly (FaultSwitch & { readonly on: boolean })[] {
    return FAULT_SWITCHES.map(({ id, service, label, hint }) => {
      return { id, service, label, hint, on: this.#on.has(id) };
    });
  }

  set(id: string, on: boolean): void {
    if (on) this.#on.add(id);
    else this.#on.delete(id);
    this.faults.clear();
    for (const { requests, kind } of FAULT_SWITCHES.filter((one) => this.#on.has(one.id))) {
      for (const request of requests) {
        this.faults.add({ on: request, kind, count: Number.POSITIVE_INFINITY });
      }
    }
  }
}
