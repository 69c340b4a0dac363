import { UserError } from '../errors.ts';
import { retirementOf } from '../group/lookup.ts';
import { bothMessage } from '../messages/both.ts';
import type { Message } from '../messages/message.ts';
import { mistakeMessage } from '../messages/mistake.ts';
import { afterRetirement } from '../messages/retirement.ts';
import type { Decision } from '../questions/decide.ts';
import type { Finding } from '../questions/finder.ts';
import type { Topic } from '../questions/topic.ts';
import type { Answer, Choice } from './answer.ts';
import type {
  CommandContext,
  CommandDescription,
  Invocation,
  Meaning,
  SharedContext,
} from './command.ts';
import { likelyMessage } from './likely-message.ts';
import { organizersOnly } from './organizers-only.ts';
import { sharedFacts } from './shared-facts.ts';
import { answerSmallTalk } from './small-talk.ts';
import { splitRequest } from './split-request.ts';
import { unknownCommandMessage } from './unknown-command-message.ts';
import { unknownQuestionMessage } from './unknown-question-message.ts';

// Of 250 wishes among the examples, all are likelier than this, and of 109 other texts that sound like one, one is.
const LEAST_HEARD = 0.2;

/**
 * Answers a text: a subcommand, else what a command hears in it, else a question in free words, else
 * what there is to ask for. A user's mistake is an answer too; any other error is the caller's to report.
 */
export async function dispatch(text: string, context: CommandContext): Promise<Answer> {
  const before = context.conversation?.before;
  // What follows on something else means something else.
  const key = before ? `${text}\n${JSON.stringify(before)}` : text;
  const meant = context.kept.understood(key, context, () => understand(text, context));
  switch (meant.kind) {
    case 'invocation':
      return invoke(meant.invocation, context);
    case 'finding':
      return answerFinding(meant.finding, context);
    case 'slip': {
      const { typed, suggestions } = meant;
      return unknown(unknownCommandMessage(typed, suggestions, context.slashCommand));
    }
  }
}

/** What a text asks for, whoever asks. */
function understand(text: string, context: CommandContext): Meaning {
  const request = splitRequest(context.commands, text);
  const parsed =
    request.kind === 'command' ? request.command.parse(request.args, context) : undefined;
  if (parsed?.certain) return { kind: 'invocation', invocation: parsed.value };
  const finding = context.find(request.text, context.conversation?.before);
  const heard = hear(request.text, context);
  if (heard && isMeant(heard, finding)) return { kind: 'invocation', invocation: heard };
  const { decision } = finding;
  if (parsed && request.kind === 'command' && request.isCommand) {
    // The command knows best what is wrong with what follows its name.
    if (!isAnswer(decision) || isOf(decision, parsed.value)) {
      return { kind: 'invocation', invocation: parsed.value };
    }
  }
  if (isAnswer(decision) || decision.kind === 'small talk') return { kind: 'finding', finding };
  if (request.kind === 'unknown' && request.suggestions.length > 0) {
    return { kind: 'slip', typed: request.text, suggestions: request.suggestions };
  }
  return { kind: 'finding', finding };
}

/** Answers what was found for a question. */
async function answerFinding(
  { decision, heard, others }: Finding<Invocation>,
  context: CommandContext,
): Promise<Answer> {
  const answer = await answerDecision(decision, context);
  if (isAnswer(decision) || decision.kind === 'likely') context.conversation?.note(heard);
  return { ...answer, asked: { heard, others: others.map(choice) } };
}

async function answerDecision(
  decision: Decision<Invocation>,
  context: CommandContext,
): Promise<Answer> {
  const { group, slashCommand } = context;
  switch (decision.kind) {
    case 'one':
      return invoke(decision.topic.answer, context);
    case 'two': {
      const [first, second] = decision.topics;
      const asked = [first.answer, second.answer];
      return withStatus(
        both(await run(first.answer, context), await run(second.answer, context)),
        asked,
        context,
      );
    }
    case 'likely': {
      const message = likelyMessage(decision.topics.map(choice));
      return { kind: 'notice', command: 'likely', subject: 'likely', message };
    }
    case 'small talk':
      return answerSmallTalk(decision.said, group);
    case 'unknown':
      return unknown(unknownQuestionMessage(group, slashCommand));
  }
}

function isAnswer({ kind }: Decision<Invocation>): boolean {
  return kind === 'one' || kind === 'two';
}

function isOf(decision: Decision<Invocation>, { command }: Invocation): boolean {
  return decision.kind === 'one' && decision.topic.answer.command.name === command.name;
}

/** Runs a request that is understood, if the asker may make it. */
export async function invoke(invocation: Invocation, context: CommandContext): Promise<Answer> {
  return withStatus(await run(invocation, context), [invocation], context);
}

/** What a retired group answers says so first, unless the command does. */
function withStatus(
  answer: Answer,
  invocations: readonly Invocation[],
  { group, slashCommand }: CommandContext,
): Answer {
  const retirement = retirementOf(group);
  const isTold = invocations.every(({ command }) => command.tellsStatus === true);
  if (!retirement || isTold || answer.kind !== 'answer') return answer;
  const message = afterRetirement(group, retirement, answer.message, slashCommand);
  return { ...answer, message };
}

async function run(invocation: Invocation, context: CommandContext): Promise<Answer> {
  const { command, subject } = invocation;
  const { name } = command;
  if (command.audience === 'organizers' && !context.asker.isOrganizer) {
    return mistake(command, organizersOnly(context));
  }
  try {
    const reply = invocation.sameForAll
      ? context.kept.reply(invocation, await sharedFacts(context))
      : await invocation.run(context);
    if ('command' in reply) return reply;
    if ('view' in reply) {
      return { kind: 'modal', command: name, subject, message: reply.instead, view: reply.view };
    }
    return {
      kind: isPrivate(command) ? 'private' : 'answer',
      command: name,
      subject,
      message: reply,
    };
  } catch (error) {
    if (error instanceof UserError) return mistake(command, error.message);
    throw error;
  }
}

/** Whether what a command hears in a text is what the text is about: “forget it, I found it” turns nothing off. */
function isMeant({ command }: Invocation, { likelihood }: Finding<Invocation>): boolean {
  return likelihood((answer) => answer.command.name === command.name) >= LEAST_HEARD;
}

function hear(text: string, context: SharedContext): Invocation | undefined {
  for (const command of context.commands) {
    const heard = command.hear(text, context);
    if (heard) return heard;
  }
  return undefined;
}

function both(first: Answer, second: Answer): Answer {
  const answers = [first, second];
  const isKind = (kind: Answer['kind']) => (answer: Answer) => answer.kind === kind;
  const kind = answers.every(isKind('answer')) ? 'answer' : 'notice';
  return {
    kind: answers.some(isKind('private')) ? 'private' : kind,
    command: `${first.command} + ${second.command}`,
    subject: `${first.subject} + ${second.subject}`,
    message: bothMessage(first.message, second.message),
  };
}

function choice({ label, typed }: Topic<Invocation>): Choice {
  return { label, typed };
}

/** What one person has set, and what organizers alone may know, is nobody else's to see. */
function isPrivate({ personal, audience }: CommandDescription): boolean {
  return personal === true || audience === 'organizers';
}

function unknown(message: Message): Answer {
  return { kind: 'notice', command: 'unknown', subject: 'unknown', message };
}

function mistake(command: CommandDescription, sentence: string): Answer {
  const kind = isPrivate(command) ? 'private' : 'notice';
  return { kind, command: command.name, subject: 'mistake', message: mistakeMessage(sentence) };
}
