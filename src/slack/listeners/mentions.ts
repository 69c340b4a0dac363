import type { App } from '@slack/bolt';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { oneAtATime } from '../../concurrency/one-at-a-time.ts';
import { type QuestionTools, questionAnswerer } from '../answer-question.ts';
import { readAsked } from '../asked-message.ts';

/** Answers mentions and direct messages. */
export function registerMentions(app: App, tools: QuestionTools, inFlight: InFlight): void {
  const inTurn = oneAtATime();
  const answerQuestion = questionAnswerer(tools);

  async function receive(event: unknown, botUserId: string | undefined): Promise<void> {
    const asked = readAsked(event, botUserId);
    if (!asked) return;
    // An edit may come while the question is being answered.
    await inTurn(`${asked.channel} ${asked.ts}`, () => answerQuestion(asked, botUserId));
  }

  app.event('app_mention', ({ event, context }) =>
    inFlight.run(() => receive(event, context.botUserId)),
  );
  app.event('message', ({ event, context }) =>
    inFlight.run(() => receive(event, context.botUserId)),
  );
}
