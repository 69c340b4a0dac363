import { UserError } from '../errors.ts';
import { workstreamsNamedIn } from '../group/lookup.ts';
import type { Message } from '../views/message.ts';
import { mistakeView } from '../views/mistake.ts';
import { unknownCommandView } from '../views/unknown-command.ts';
import { workstreamsView } from '../views/workstreams.ts';
import { type Command, type CommandContext, SLASH_COMMAND } from './command.ts';
import { parseRequest } from './parse.ts';

export type RequestContext = Omit<CommandContext, 'args'>;

/** An answer, and the name under which the log knows what was asked. */
export interface Answer {
  readonly command: string;
  readonly message: Message;
  /** Whether it is worth showing to others; a notice about a mistake is not. */
  readonly shareable: boolean;
}

/**
 * Answers a text: a subcommand, else the workstream that it names, else what there is to ask for.
 * A user's mistake is an answer too; any other error is the caller's to report.
 */
export async function dispatch(
  commands: readonly Command[],
  text: string,
  context: RequestContext,
): Promise<Answer> {
  const request = parseRequest(commands, text);
  if (request.kind === 'unknown') return answerUnknown(request, context);
  const { command, args } = request;
  if (command.audience === 'organizers' && !context.asker.isOrganizer) {
    return mistake(command.name, `Only the organizers of ${context.group.name} can use this.`);
  }
  try {
    const message = await command.run({ ...context, args });
    return { command: command.name, message, shareable: true };
  } catch (error) {
    if (error instanceof UserError) return mistake(command.name, error.message);
    throw error;
  }
}

function answerUnknown(
  request: { typed: string; suggestions: readonly Command[] },
  { group }: RequestContext,
): Answer {
  const named = workstreamsNamedIn(group, request.typed);
  if (named.length > 0) {
    return { command: 'workstreams', message: workstreamsView(group, named), shareable: true };
  }
  const message = unknownCommandView(request.typed, request.suggestions, SLASH_COMMAND);
  return { command: 'unknown', message, shareable: false };
}

function mistake(command: string, sentence: string): Answer {
  return { command, message: mistakeView(sentence), shareable: false };
}
