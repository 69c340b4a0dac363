import type { types } from '@slack/bolt';
import { UserError } from '../errors.ts';
import { bothMessage } from '../messages/both.ts';
import type { Message } from '../messages/message.ts';
import { mistakeMessage } from '../messages/mistake.ts';
import type { Finding } from '../questions/answer.ts';
import type { CommandContext, Invocation } from './command.ts';
import { splitRequest } from './split-request.ts';
import { unknownCommandMessage } from './unknown-command-message.ts';
import { unknownQuestionMessage } from './unknown-question-message.ts';
import { welcomeMessage } from './welcome-message.ts';

/**
 * `answer`: worth showing to others. `notice`: for the asker alone, such as a mistake. `thanks`:
 * nothing was asked. `modal`: to be opened; the message is said where that can't be done.
 */
export type Answer = {
  /** The name under which the log knows what was asked. */
  readonly command: string;
  /** What it is about; two answers of one subject say the same. */
  readonly subject: string;
  readonly message: Message;
} & (
  | { readonly kind: 'answer' | 'notice' | 'thanks' }
  | { readonly kind: 'modal'; readonly view: types.ModalView }
);

/**
 * Answers a text: a subcommand, else a question in free words, else what there is to ask for.
 * A user's mistake is an answer too; any other error is the caller's to report.
 */
export async function dispatch(text: string, context: CommandContext): Promise<Answer> {
  const { commands, slashCommand } = context;
  const request = splitRequest(commands, text);
  const parsed =
    request.kind === 'command' ? request.command.parse(request.args, context) : undefined;
  if (parsed?.certain) return invoke(parsed.value, context);
  const finding = context.find(request.text);
  if (finding.kind !== 'unknown') return answerFinding(finding, context);
  if (parsed && request.kind === 'command' && request.byName) return invoke(parsed.value, context);
  if (request.kind === 'unknown' && request.suggestions.length > 0) {
    return unknown(unknownCommandMessage(request.text, request.suggestions, slashCommand));
  }
  return answerFinding(finding, context);
}

/** Answers what was found for a question. */
export async function answerFinding(
  finding: Finding<Invocation>,
  context: CommandContext,
): Promise<Answer> {
  switch (finding.kind) {
    case 'one':
      return invoke(finding.answer, context);
    case 'two': {
      const [first, second] = finding.answers;
      const answers = [await invoke(first, context), await invoke(second, context)] as const;
      const kind = answers.every((answer) => answer.kind === 'answer') ? 'answer' : 'notice';
      const command = answers.map((answer) => answer.command).join(' + ');
      const subject = answers.map((answer) => answer.subject).join(' + ');
      const message = bothMessage(answers[0].message, answers[1].message);
      return { kind, command, subject, message };
    }
    case 'thanks':
      return { kind: 'thanks', command: 'thanks', subject: 'thanks', message: welcomeMessage() };
    case 'unknown':
      return unknown(unknownQuestionMessage(context.group, context.slashCommand));
  }
}

/** Runs a request that is understood, for whoever may ask it. */
export async function invoke(
  { command: { name, audience, personal }, subject, run }: Invocation,
  context: CommandContext,
): Promise<Answer> {
  if (audience === 'organizers' && !context.asker.isOrganizer) {
    return mistake(name, `Only the organizers of ${context.group.name} can use this.`);
  }
  try {
    const reply = await run(context);
    if ('view' in reply) {
      return { kind: 'modal', command: name, subject, message: reply.instead, view: reply.view };
    }
    return { kind: personal ? 'notice' : 'answer', command: name, subject, message: reply };
  } catch (error) {
    if (error instanceof UserError) return mistake(name, error.message);
    throw error;
  }
}

function unknown(message: Message): Answer {
  return { kind: 'notice', command: 'unknown', subject: 'unknown', message };
}

function mistake(command: string, sentence: string): Answer {
  return { kind: 'notice', command, subject: 'mistake', message: mistakeMessage(sentence) };
}
