import { UserError } from '../errors.ts';
import { bothMessage } from '../messages/both.ts';
import type { Message } from '../messages/message.ts';
import { mistakeMessage } from '../messages/mistake.ts';
import type { Finding } from '../questions/answer.ts';
import type { Ask } from '../questions/entry.ts';
import { type Command, type CommandContext, SLASH_COMMAND } from './command.ts';
import { findCommand, parseRequest } from './parse.ts';
import { unknownCommandMessage } from './unknown-command-message.ts';
import { unknownQuestionMessage } from './unknown-question-message.ts';
import { welcomeMessage } from './welcome-message.ts';

export type RequestContext = Omit<CommandContext, 'args'>;

/** An answer, and the name under which the log knows what was asked. */
export interface Answer {
  /**
   * `answer`: worth showing to others. `notice`: for the asker alone, such as a mistake.
   * `thanks`: nothing was asked.
   */
  readonly kind: 'answer' | 'notice' | 'thanks';
  readonly command: string;
  /** What it is about, with what was asked for; two answers of one topic say the same. */
  readonly topic: string;
  readonly message: Message;
}

/**
 * Answers a text: a subcommand, else a question in free words, else what there is to ask for.
 * A user's mistake is an answer too; any other error is the caller's to report.
 */
export async function dispatch(
  commands: readonly Command[],
  text: string,
  context: RequestContext,
): Promise<Answer> {
  const request = parseRequest(commands, text);
  if (request.kind === 'command' && isTaken(request.command, { ...context, args: request.args })) {
    return run(request.command, request.args, context);
  }
  const finding = context.find(request.text);
  if (finding.kind !== 'unknown') return answerFound(commands, finding, context);
  if (request.kind === 'command' && request.command.takes && request.byName) {
    return run(request.command, request.args, context);
  }
  if (request.kind === 'unknown' && request.suggestions.length > 0) {
    return unknown(unknownCommandMessage(request.text, request.suggestions, SLASH_COMMAND));
  }
  return answerFound(commands, finding, context);
}

/** Answers what was found for a question. */
export async function answerFound(
  commands: readonly Command[],
  finding: Finding,
  context: RequestContext,
): Promise<Answer> {
  switch (finding.kind) {
    case 'one':
      return runAsk(commands, finding.ask, context);
    case 'two': {
      const [first, second] = finding.asks;
      const answers = [
        await runAsk(commands, first, context),
        await runAsk(commands, second, context),
      ] as const;
      const kind = answers.every((answer) => answer.kind === 'answer') ? 'answer' : 'notice';
      const command = answers.map((answer) => answer.command).join(' + ');
      const topic = answers.map((answer) => answer.topic).join(' + ');
      const message = bothMessage(answers[0].message, answers[1].message);
      return { kind, command, topic, message };
    }
    case 'thanks':
      return { kind: 'thanks', command: 'thanks', topic: 'thanks', message: welcomeMessage() };
    case 'unknown':
      return unknown(unknownQuestionMessage(context.group, SLASH_COMMAND));
  }
}

function runAsk(
  commands: readonly Command[],
  { command: name, args }: Ask,
  context: RequestContext,
): Promise<Answer> {
  const command = findCommand(commands, name);
  if (!command) throw new Error(`A question is answered by ${name}, which is no command.`);
  return run(command, args, context);
}

function isTaken({ takes }: Command, context: CommandContext): boolean {
  return context.args === '' || (takes?.(context) ?? false);
}

async function run(command: Command, args: string, context: RequestContext): Promise<Answer> {
  if (command.audience === 'organizers' && !context.asker.isOrganizer) {
    return mistake(command.name, `Only the organizers of ${context.group.name} can use this.`);
  }
  try {
    const message = await command.run({ ...context, args });
    const kind = command.personal ? 'notice' : 'answer';
    const topic = `${command.name} ${args.toLowerCase()}`.trim();
    return { kind, command: command.name, topic, message };
  } catch (error) {
    if (error instanceof UserError) return mistake(command.name, error.message);
    throw error;
  }
}

function unknown(message: Message): Answer {
  return { kind: 'notice', command: 'unknown', topic: 'unknown', message };
}

function mistake(command: string, sentence: string): Answer {
  return { kind: 'notice', command, topic: 'mistake', message: mistakeMessage(sentence) };
}
