import type { DateTime } from 'luxon';
import { upcoming } from '../calendar/schedule.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import type { Group } from '../group/schema.ts';
import { header, message, section } from '../messages/blocks.ts';
import { join, md } from '../messages/mrkdwn.ts';
import { span } from '../messages/time.ts';
import { defineCommand, nothingElse } from './command.ts';

export const status = defineCommand({
  name: 'status',
  aliases: [],
  summary: "the bot's own state: the calendar, and what keeps it from posting",
  details:
    'Tells organizers when the calendar was read, how many meetings are ahead, and what an operator has to fix.',
  audience: 'organizers',
  task: 'bot',
  topic: () => [],
  parse: nothingElse,

  run(_, { calendar, problems, group, now }) {
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
  },
});

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
      const failing = calendar.failing ? ' It has failed since then; the log says why.' : '';
      return `Read ${span(calendar.readAt, now)} ago, ${ahead} meetings ahead.${failing}`;
    }
  }
}
