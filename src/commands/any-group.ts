import { readSmallTalk } from '../questions/small-talk.ts';
import type { CommandContext } from './command.ts';
import { splitRequest } from './split-request.ts';

/** Whether the answer is the same for every group, as are help, greetings and what one person has stored. */
export function isForAnyGroup(text: string, context: CommandContext): boolean {
  if (readSmallTalk(text)) return true;
  const split = splitRequest(context.commands, text);
  if (split.kind === 'command') return split.command.anyGroup === true;
  return context.commands.some(
    (command) => command.anyGroup && command.hear(split.text, context) !== undefined,
  );
}
