import { UserError } from '../errors.ts';
import { bothMessage } from '../messages/both.ts';
import type { Message } from '../messages/message.ts';
import { mistakeMessage } from '../messages/mistake.ts';
import type { Decision } from '../questions/decide.ts';
import type { Finding } from '../questions/finder.ts';
import type { Topic } from '../questions/topic.ts';
import type { Answer, Choice } from './answer.ts';
import type { CommandContext, CommandDescription, Invocation } from './command.ts';
import { likelyMessage } from './likely-message.ts';
import { answerSmallTalk } from './small-talk.ts';
import { splitRequest } from './split-request.ts';
import { unknownCommandMessage } from './unknown-command-message.ts';
import { unknownQuestionMessage } from './unknown-question-message.ts';

/**
 * Answers a text: a subcommand, else what a command hears in it, else a question in free words, else
 * what there is to ask for. A user's mistake is an answer too; any other error is the caller's to report.
 */
export async function dispatch(text: string, context: CommandContext): Promise<Answer> {
  const { commands, slashCommand } = context;
  const request = splitRequest(commands, text);
  const parsed =
    request.kind === 'command' ? request.command.parse(request.args, context) : undefined;
  if (parsed?.certain) return invoke(parsed.value, context);
  const heard = hear(request.text, context);
  if (heard) return invoke(heard, context);
  const finding = context.find(request.text);
  if (parsed && request.kind === 'command' && request.isCommand) {
    // The command knows best what is wrong with what follows its name.
    const { decision } = finding;
    if (!isAnswer(decision) || isSameCommand(decision, parsed.value)) {
      return invoke(parsed.value, context);
    }
  }
  if (isAnswer(finding.decision)) return answerFinding(finding, context);
  if (request.kind === 'unknown' && request.suggestions.length > 0) {
    return unknown(unknownCommandMessage(request.text, request.suggestions, slashCommand));
  }
  return answerFinding(finding, context);
}

function isAnswer({ kind }: Decision<Invocation>): boolean {
  return kind === 'one' || kind === 'two' || kind === 'small talk';
}

function isSameCommand(decision: Decision<Invocation>, { command }: Invocation): boolean {
  return decision.kind === 'one' && decision.topic.answer.command.name === command.name;
}

/** Answers what was found for a question. */
async function answerFinding(
  { decision, heard, others }: Finding<Invocation>,
  context: CommandContext,
): Promise<Answer> {
  const answer = await answerDecision(decision, context);
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
      return both(await invoke(first.answer, context), await invoke(second.answer, context));
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

/** Runs a request that is understood, if the asker may make it. */
export async function invoke(
  { command, subject, run }: Invocation,
  context: CommandContext,
): Promise<Answer> {
  const { name } = command;
  if (command.audience === 'organizers' && !context.asker.isOrganizer) {
    return mistake(command, organizersOnly(context));
  }
  try {
    const reply = await run(context);
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

function hear(text: string, context: CommandContext): Invocation | undefined {
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

/** Says what an organizer would have to do whom the bot doesn't know as one. */
function organizersOnly({ group, organizersChannel, asker }: CommandContext): string {
  const inFile = `have your Slack ID, ${asker.userId}, added to your entry in the group file`;
  const way =
    organizersChannel === undefined ? inFile : `ask in the organizers’ own channel, or ${inFile}`;
  return `Only the organizers of ${group.name} can use this. If you are one, ${way}.`;
}

function mistake(command: CommandDescription, sentence: string): Answer {
  const kind = isPrivate(command) ? 'private' : 'notice';
  return { kind, command: command.name, subject: 'mistake', message: mistakeMessage(sentence) };
}
