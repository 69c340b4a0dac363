import type { CommandContext } from './command.ts';

/** Says what an organizer would have to do whom the bot doesn't know as one. */
export function organizersOnly({
  group,
  organizersChannel,
  asker,
}: Pick<CommandContext, 'group' | 'organizersChannel' | 'asker'>): string {
  const inFile = `have your Slack ID, ${asker.userId}, added to your entry in the group file`;
  const way =
    organizersChannel === undefined ? inFile : `ask in the organizers’ own channel, or ${inFile}`;
  return `Only the organizers of ${group.name} can use this. If you are one, ${way}.`;
}
