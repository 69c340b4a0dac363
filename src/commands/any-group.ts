import type { CommandContext } from './command.ts';
import { splitRequest } from './split-request.ts';

/** Whether the answer is the same for every group, as are help, greetings and what one person has stored. */
export function isForAnyGroup(text: string, context: CommandContext): boolean {
  const split = splitRequest(context.commands, text);
  if (split.kind === 'command') return split.command.anyGroup === true;
  const { decision } = context.find(split.text);
  if (decision.kind === 'one') return decision.topic.answer.command.anyGroup === true;
  return decision.kind === 'small talk';
}
