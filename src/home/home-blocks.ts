import type { DateTime } from 'luxon';
import type { Meeting } from '../calendar/meeting.ts';
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

/** What the Home tab shows. */
export interface Home {
  readonly next: Message;
  readonly ahead: readonly Meeting[];
  readonly userId: string;
  readonly subscriptions: readonly PersonalSubscription[];
  readonly group: Group;
  readonly now: DateTime<true>;
}

/** The Home tab: meetings first, then what one has set, then the group. */
export function homeBlocks({
  next,
  ahead,
  userId,
  subscriptions,
  group,
  now,
}: Home): readonly Block[] {
  const { zone } = group;
  const lines = ahead.map((meeting) => listLine(meeting, now, zone));
  const parts: Block[][] = [
    [...next.blocks],
    lines.length > 0 ? [header('Coming weeks'), ...sections(lines)] : [],
    [header('Your reminders'), ...reminderSwitches(userId, subscriptions)],
    listed('Workstreams', group.workstreams.map(streamLine)),
    listed('Organizers', organizerLines(group)),
    guides(group),
    [
      context(md`Ask me anything about the group: mention me, or write to me under Messages.`),
      groupSource(group),
    ],
  ];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, at): Block[] => (at === 0 ? part : [{ type: 'divider' }, ...part]))
    .slice(0, LIMITS.viewBlocks);
}

function listed(title: string, lines: readonly Mrkdwn[]): Block[] {
  return lines.length > 0 ? [header(title), ...sections(lines)] : [];
}

function guides({ guides: all }: Group): Block[] {
  if (all.length === 0) return [];
  const buttons = all.map(({ name, title }) => button(title, `${GUIDE_ACTION}-${name}`, name));
  return [
    header('How to'),
    section(md`The group's procedures, step by step:`),
    ...actions(buttons),
  ];
}
