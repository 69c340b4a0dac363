import { nextMeetings } from '../calendar/meeting-list.ts';
import type { SharedContext } from '../commands/command.ts';
import { organizerLines } from '../commands/organizers.ts';
import { streamLine } from '../commands/workstreams.ts';
import type { Group } from '../group/schema.ts';
import { actions, button, context, header, LIMITS, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import { listLine } from '../messages/meeting-lines.ts';
import type { Block, Message } from '../messages/message.ts';
import { type Mrkdwn, md } from '../messages/mrkdwn.ts';
import type { PersonalSubscription } from '../reminders/subscription.ts';
import { reminderSwitches } from './reminder-switches.ts';

/** Action ids of the buttons that open a guide begin with this; their value is its name. */
export const GUIDE_ACTION = 'home-guide';

const MAX_AHEAD = 6;
const DIVIDER = { type: 'divider' } as const;

/** What the Home tab shows. */
export interface Home {
  readonly next: Message;
  readonly ahead: readonly Block[];
  readonly userId: string;
  readonly subscriptions: readonly PersonalSubscription[];
  readonly group: readonly Block[];
}

/** The Home tab: meetings first, then what one has set, then the group. */
export function homeBlocks({ next, ahead, userId, subscriptions, group }: Home): readonly Block[] {
  const reminders = [DIVIDER, header('Your reminders'), ...reminderSwitches(userId, subscriptions)];
  return [...next.blocks, ...ahead, ...reminders, ...group].slice(0, LIMITS.viewBlocks);
}

/** The meetings of the coming weeks, a line each. */
export function meetingsAhead({ calendar, group: { zone }, now }: SharedContext): Block[] {
  const meetings = calendar.kind === 'read' ? calendar.meetings : [];
  const { shown } = nextMeetings(meetings, MAX_AHEAD, now, zone);
  return listed(
    'Coming weeks',
    shown.map((meeting) => listLine(meeting, now, zone)),
  );
}

/** What the group publishes. */
export function aboutGroup(group: Group): Block[] {
  return [
    ...listed('Workstreams', group.workstreams.map(streamLine)),
    ...listed('Organizers', organizerLines(group)),
    ...guides(group),
    DIVIDER,
    context(md`Ask me anything about the group: mention me, or write to me under Messages.`),
    groupSource(group),
  ];
}

function listed(title: string, lines: readonly Mrkdwn[]): Block[] {
  return lines.length > 0 ? [DIVIDER, header(title), ...sections(lines)] : [];
}

function guides({ guides: all }: Group): Block[] {
  if (all.length === 0) return [];
  const buttons = all.map(({ name, title }) => button(title, `${GUIDE_ACTION}-${name}`, name));
  return [
    DIVIDER,
    header('How to'),
    section(md`The group's procedures, step by step:`),
    ...actions(buttons),
  ];
}
