import type { Lookup, PostOutcome } from '../reminders/ports.ts';

/** One way to give an answer. */
export interface Giving {
  /** One try. */
  give(): Promise<PostOutcome>;
  /** After a try that may have had an effect: look for it, give it once more, or leave it at that. */
  readonly whenUnknown: (() => Promise<Lookup>) | 'repeat' | 'leave';
}

export type Given = { readonly kind: 'given'; readonly ts: string } | GivenUp;

export interface GivenUp {
  readonly kind: 'given up';
  readonly reason: string;
  /** What an operator can do about it. */
  readonly advice?: string | undefined;
}

/** Waits that many milliseconds; `give up` where that can't be waited for. */
export type Pause = (ms: number) => Promise<'go on' | 'give up'>;

// Some three minutes in all: who asked has gone elsewhere by then.
const PAUSES_MS = [3_000, 10_000, 30_000, 60_000, 60_000];
/** Slack may ask for a longer wait than ours; nobody waits longer than this. */
export const MAX_PAUSE_MS = 120_000;

type Step =
  | Given
  | {
      readonly kind: 'try again';
      readonly failure: GivenUp;
      /** Whether this or an earlier try may have had an effect. */
      readonly isUnsettled: boolean;
      readonly notBeforeMs: number;
    };

/**
 * Gives an answer, and tries again for some minutes where Slack did not take it. What may have been
 * given is looked for first, so that nothing is given twice. `isUnsettled`: somebody tried before.
 */
export async function persist(giving: Giving, isUnsettled: boolean, pause: Pause): Promise<Given> {
  let step = await takeStep(giving, isUnsettled);
  for (const ms of PAUSES_MS) {
    if (step.kind !== 'try again') return step;
    if (step.notBeforeMs > MAX_PAUSE_MS) break;
    if ((await pause(Math.max(ms, step.notBeforeMs))) === 'give up') break;
    step = await takeStep(giving, step.isUnsettled);
  }
  return step.kind === 'try again' ? step.failure : step;
}

async function takeStep(giving: Giving, isUnsettled: boolean): Promise<Step> {
  const { whenUnknown } = giving;
  if (!isUnsettled || whenUnknown === 'repeat') return stepAfter(await giving.give(), whenUnknown);
  if (whenUnknown === 'leave') return givenUp('it may have been given already');
  const lookup = await whenUnknown();
  switch (lookup.kind) {
    case 'found':
      return { kind: 'given', ts: lookup.ts };
    case 'not there':
      return stepAfter(await giving.give(), whenUnknown);
    case 'refused':
      return givenUp(lookup.reason, lookup.advice);
    case 'try again':
      return again(givenUp(lookup.reason), true);
  }
}

function stepAfter(outcome: PostOutcome, whenUnknown: Giving['whenUnknown']): Step {
  switch (outcome.kind) {
    case 'posted':
      return { kind: 'given', ts: outcome.ts };
    case 'unknown': {
      const failure = givenUp(outcome.reason);
      return whenUnknown === 'leave' ? failure : again(failure, true);
    }
    case 'rate limited':
      return again(givenUp('rate limited'), false, outcome.retryAfterSeconds * 1000);
    case 'refused':
      return again(givenUp(outcome.reason, outcome.advice), false);
    case 'not posted':
      return again(givenUp(outcome.reason), false);
    case 'unfit':
    case 'unreachable':
      return givenUp(outcome.reason);
  }
}

function again(failure: GivenUp, isUnsettled: boolean, notBeforeMs = 0): Step {
  return { kind: 'try again', failure, isUnsettled, notBeforeMs };
}

function givenUp(reason: string, advice?: string): GivenUp {
  return { kind: 'given up', reason, advice };
}
