import type { Group, Retirement } from '../group/schema.ts';
import { context, LIMITS } from './blocks.ts';
import type { Message } from './message.ts';
import { code, md } from './mrkdwn.ts';
import { monthWords } from './time.ts';

/** As in “WG Serving retired in February 2026.” */
export function retiredWords({ name }: Pick<Group, 'name'>, { retired }: Retirement): string {
  return `${name} retired in ${monthWords(retired)}.`;
}

/** An answer of a retired group says so first, in one line. */
export function afterRetirement(
  group: Group,
  retirement: Retirement,
  { text, blocks }: Message,
  slashCommand: string,
): Message {
  const sentence = md`${retiredWords(group, retirement)}`;
  const more =
    retirement.successors.length > 0
      ? md` Who took over: ${code(`${slashCommand} successors`)}`
      : md``;
  return {
    text: `${sentence.source} ${text}`,
    blocks: [context(md`*${sentence}*${more}`), ...blocks.slice(0, LIMITS.blocks - 1)],
  };
}
