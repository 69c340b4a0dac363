import { type Meeting, stands } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import { type Finder, finderOver } from '../questions/answer.ts';
import type { Command, Invocation } from './command.ts';
import { help } from './help.ts';
import { nextMeeting } from './next-meeting.ts';

/** What is answered when a question says next to nothing. */
const DEFAULTS = {
  aboutTime: nextMeeting.invoke(undefined),
  otherwise: help.invoke(undefined),
};

/** Finds what answers a question about the group and the meetings of these titles. */
export function questionFinder(
  commands: readonly Command[],
  group: Group,
  titles: readonly string[],
): Finder<Invocation> {
  return finderOver(
    commands.flatMap((command) => command.topic({ group, titles })),
    DEFAULTS,
  );
}

/** The same, rebuilt only when the list of meetings changes. */
export function cachedQuestionFinder(
  commands: readonly Command[],
  group: Group,
): (meetings: readonly Meeting[]) => Finder<Invocation> {
  let last: { meetings: readonly Meeting[]; find: Finder<Invocation> } | undefined;
  return (meetings) => {
    if (last?.meetings !== meetings) {
      const titles = meetings.filter(stands).map(({ title }) => title);
      last = { meetings, find: questionFinder(commands, group, titles) };
    }
    return last.find;
  };
}
