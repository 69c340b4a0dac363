import type { DateTime } from 'luxon';
import { upcoming } from '../calendar/schedule.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import type { Group } from '../group/schema.ts';
import { header, message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { join, md } from '../messages/mrkdwn.ts';
import { span } from '../messages/time.ts';
import type { Problem } from '../problems.ts';

/** The bot's state, for organizers. */
export function statusMessage(
  calendar: CalendarState,
  problems: readonly Problem[],
  group: Group,
  now: DateTime<true>,
): Message {
  const sentence = calendarSentence(calendar, group, now);
  const lines = problems.map(
    ({ what, advice, since }) => md`• ${what} (for ${span(since, now)}). ${advice}`,
  );
  const summary = problems.length > 0 ? 'Something needs an operator.' : 'No problems are known.';
  return message(md`${sentence} ${summary}`, [
    header('Status'),
    section(md`*Calendar:* ${sentence}`),
    section(join([md`*Problems:* ${summary}`, ...lines], '\n')),
  ]);
}

function calendarSentence(calendar: CalendarState, group: Group, now: DateTime<true>): string {
  switch (calendar.kind) {
    case 'not configured':
      return 'Not connected. Set GOOGLE_API_KEY or GOOGLE_APPLICATION_CREDENTIALS to connect it.';
    case 'never read':
      return calendar.failing
        ? 'Never read; the last try failed. The log says why.'
        : 'Never read yet; the first reading is under way.';
    case 'read': {
      const ahead = upcoming(calendar.meetings, now, group.regularMeeting.zone).length;
      const failing = calendar.failing ? ' Reading it fails since; the log says why.' : '';
      return `Read ${span(calendar.readAt, now)} ago, ${ahead} meetings ahead.${failing}`;
    }
  }
}
