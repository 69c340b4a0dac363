import type { AllDayMeeting } from '../calendar/meeting.ts';
import { section } from '../messages/blocks.ts';
import { allDayWhen } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';

const MAX_NAMED = 3;

/**
 * The calendar has no meeting of that name ahead: says so before the next one of all, and which
 * all-day entries go by that name.
 */
export function noNamedMeetingMessage(
  name: string,
  allDay: readonly AllDayMeeting[],
  next: Message,
): Message {
  const none = md`The group's calendar has no meeting of the name ${bold(name, 60)} ahead`;
  if (allDay.length === 0) return before(md`${none}. What it has:`, next);
  const entries = allDay
    .slice(0, MAX_NAMED)
    .map((entry) => md`• ${bold(entry.title)}, ${allDayWhen(entry)}`);
  const only = md`${none}, only this all-day entry:`;
  return before(join([only, ...entries, md`What comes next:`], '\n'), next);
}

/** Without the calendar nothing is known of a meeting of that name: says so before the rule. */
export function ruleOfAnotherMessage(name: string, rule: Message): Message {
  return before(
    md`I can't tell when ${bold(name, 60)} meets: that is in the calendar alone. Of the regular meeting I know this:`,
    rule,
  );
}

function before(note: Mrkdwn, { text, blocks }: Message): Message {
  return { text: `${note.source} ${text}`, blocks: [section(note), ...blocks] };
}
