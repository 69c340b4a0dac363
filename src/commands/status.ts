import type { DateTime } from 'luxon';
import { isTimed, stands } from '../calendar/meeting.ts';
import { upcoming } from '../calendar/schedule.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import { header, message, section } from '../messages/blocks.ts';
import { join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { ago } from '../messages/time.ts';
import { defineCommand, nothingElse } from './command.ts';

const ROUTES = {
  api: "Google's API",
  feed: 'its public feed',
  community: "the community's calendar",
} as const;

export const status = defineCommand({
  name: 'status',
  aliases: [],
  summary: "the bot's own state: the calendar, and what keeps it from posting",
  details:
    'Tells organizers when the calendar was read, how many meetings are ahead, and what an operator has to fix.',
  audience: 'organizers',
  task: 'bot',
  tellsStatus: true,
  topic: () => [
    { intents: ['status'], label: 'How the bot is', typed: 'status', answer: undefined },
  ],
  parse: nothingElse,

  run(_, { calendar, problems, group, now }) {
    const { zone } = group;
    const sentence = calendarSentence(calendar, zone, now);
    const lines = problems.map(
      ({ what, advice, since }) => md`• ${what} (it began ${ago(since, zone)}). ${advice}`,
    );
    const summary = problems.length > 0 ? 'Something needs an operator.' : 'No problems are known.';
    return message(md`${sentence} ${summary}`, [
      header('Status'),
      section(md`*Calendar:* ${sentence}`),
      section(join([md`*Problems:* ${summary}`, ...lines], '\n')),
    ]);
  },
});

function calendarSentence(calendar: CalendarState, zone: string, now: DateTime<true>): Mrkdwn {
  switch (calendar.kind) {
    case 'not published':
      return md`The group publishes none; answers give the published rules.`;
    case 'never read':
      return calendar.failing
        ? md`Never read; the last try failed. The log says why.`
        : md`Never read yet; the first reading is under way.`;
    case 'read': {
      const ahead = upcoming(calendar.meetings, now, zone).filter(isTimed).filter(stands).length;
      const failing = calendar.failing ? md` It has failed since then; the log says why.` : md``;
      const route = ROUTES[calendar.source];
      return md`Read through ${route} ${ago(calendar.readAt, zone)}, ${ahead} meetings ahead.${failing}`;
    }
  }
}
