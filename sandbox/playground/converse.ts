import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalSlack } from '../slack/server.ts';
import type { StoredMessage } from '../slack/workspace.ts';
import { ACTORS, CHANNEL, type Role } from '../world.ts';

/** The outcome of one input. */
export type Turn =
  | {
      readonly ok: true;
      readonly replies: readonly StoredMessage[];
      /** Name of the emoji with which the bot reacts instead. */
      readonly reaction?: string;
    }
  | { readonly ok: false; readonly error: string };

// Far longer than an answer takes, even on a slow machine.
const ANSWER_WITHIN_MS = 15_000;

/**
 * Does what a person would: a line with a slash is a slash command in the channel, one with
 * `@wg-serving` a message there, anything else a direct message to the bot.
 */
export async function takeTurn(slack: LocalSlack, role: Role, input: string): Promise<Turn> {
  const actor = ACTORS[role];
  if (input.trimStart().startsWith('/')) {
    const result = await slack.slash(actor.id, CHANNEL, input.trim());
    if (!result.ok) return { ok: false, error: result.error };
    return { ok: true, replies: result.message ? [result.message] : [] };
  }
  const mentions = /@wg-serving\b/u.test(input);
  return ask(slack, actor.id, mentions ? CHANNEL : slack.workspace.directChannel(actor.id), input);
}

/** Writes a message and waits for the bot's reply in its thread. */
async function ask(
  slack: LocalSlack,
  userId: string,
  channel: string,
  text: string,
): Promise<Turn> {
  const { message, delivery } = await slack.say(userId, channel, text);
  if (delivery === undefined) return { ok: true, replies: [] };
  if (delivery.kind !== 'acknowledged') {
    return { ok: false, error: `The bot did not accept the message: ${delivery.kind}` };
  }
  const answered = await answerTo(slack, message);
  if (!answered) return { ok: false, error: 'The bot did not answer.' };
  const [reaction] = answered.reactions ?? [];
  return reaction === undefined
    ? { ok: true, replies: [answered] }
    : { ok: true, replies: [], reaction };
}

/**
 * The bot's reply to a message: in its thread, or right below it in direct messages and where the
 * asker alone sees it; or the message itself with the bot's reaction.
 */
async function answerTo(
  slack: LocalSlack,
  asked: StoredMessage,
): Promise<StoredMessage | undefined> {
  const { workspace } = slack;
  const places: (string | undefined)[] = [asked.threadTs ?? asked.ts];
  if (workspace.channels.get(asked.channel)?.kind === 'direct') places.push(asked.threadTs);
  const isBelow = ({ threadTs, visibleTo }: StoredMessage) =>
    places.includes(threadTs) || (visibleTo === asked.user && threadTs === asked.threadTs);
  const isAnswer = (message: StoredMessage) =>
    message.channel === asked.channel &&
    ((message.isBot && message.ts > asked.ts && isBelow(message)) ||
      (message.ts === asked.ts && message.reactions !== undefined));
  const found = Promise.withResolvers<StoredMessage>();
  const stopListening = workspace.onMessage((message) => {
    if (isAnswer(message)) found.resolve(message);
  });
  const already = workspace.messages(asked.channel).find(isAnswer);
  if (already) found.resolve(already);
  const timeout = sleep(ANSWER_WITHIN_MS, undefined, { ref: false });
  const answer = await Promise.race([found.promise, timeout]);
  stopListening();
  return answer;
}
