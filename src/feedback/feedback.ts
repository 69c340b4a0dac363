import { z } from 'zod';
import { LIMITS } from '../messages/blocks.ts';
import { buttonValue, jsonText } from '../messages/button-value.ts';
import { INTENTS, type Intent } from '../questions/intents.ts';

const VERDICTS = ['helpful', 'not what I asked'] as const;

/** What somebody says of an answer. */
export type Verdict = (typeof VERDICTS)[number];

/** What somebody says of an answer to a question in free words. */
export interface Feedback {
  readonly verdict: Verdict;
  /** What the question was taken for. */
  readonly intent: Intent;
}

/** A button that says what somebody thinks of an answer. */
export interface Pressed {
  readonly verdict: Verdict;
  /** Undefined where nothing of that name is known, which is then nothing to count. */
  readonly intent: Intent | undefined;
  /** What else may have been meant, as typed commands, likeliest first. */
  readonly others: readonly string[];
}

const MAX_OTHERS = 3;

const pressed = jsonText.pipe(
  z.object({
    verdict: z.enum(VERDICTS),
    intent: z.enum(INTENTS).optional().catch(undefined),
    others: z.array(z.string()).max(MAX_OTHERS).catch([]),
  }),
);

/** What the button keeps until it is pressed, in which there is nothing of the question's words. */
export function feedbackValue({ verdict, intent, others }: Pressed): string {
  const value = buttonValue({ verdict, intent, others });
  // Slack refuses a longer one; the likeliest matter most.
  if (value.length <= LIMITS.buttonValue || others.length === 0) return value;
  return feedbackValue({ verdict, intent, others: others.slice(0, -1) });
}

/** Reads the value of a pressed button, which comes from outside. */
export function readFeedback(value: unknown): Pressed | undefined {
  const read = pressed.safeParse(value).data;
  return read && { verdict: read.verdict, intent: read.intent, others: read.others };
}
