import type { Command } from '../commands/command.ts';
import { findCommand } from '../commands/find-command.ts';
import { splitRequest } from '../commands/split-request.ts';
import { meetingTalkReader } from '../group/meeting-talk.ts';
import { groupNameReader, groupOfBareName, type NamedGroup } from '../group/named-groups.ts';
import { asksOfGroup } from '../group/other-group.ts';
import type { Group } from '../group/schema.ts';

/** Reads which group a request names. The name of a command is no group's. */
export function requestNameReader(
  groups: readonly Group[],
  commands: readonly Command[],
): (text: string) => NamedGroup {
  const readName = groupNameReader(groups, (word) => findCommand(commands, word) !== undefined);
  const readTalk = meetingTalkReader(groups);
  return (text) => {
    const named = readName(text);
    // Several names are often those of the groups that take part in something.
    if (named.kind === 'several' && !asksOfGroup(text)) return { kind: 'none' };
    if (named.kind !== 'none') return named;
    const split = splitRequest(commands, text);
    if (split.kind !== 'command' || split.command.anyGroup) return readTalk(text);
    // As in `next-meeting batch`.
    const group = groupOfBareName(groups, split.args);
    return group ? { kind: 'one', group, rest: split.command.name, isBare: true } : readTalk(text);
  };
}
