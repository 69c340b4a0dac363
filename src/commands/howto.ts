import type { DateTime } from 'luxon';
import { lastHeld } from '../calendar/schedule.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import { findGuide } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { type Command, SLASH_COMMAND } from './command.ts';
import { guideListMessage, guideMessage, noGuideMessage } from './howto-message.ts';

export const howto: Command = {
  name: 'howto',
  aliases: ['how-to', 'guide', 'guides', 'how'],
  summary: 'step by step: get the invitations, schedule a meeting, upload a recording',
  usage: '[topic]',
  details:
    "Shows one of the group's procedures as numbered steps with their links; without a topic, lists them.",
  audience: 'everyone',
  takes: ({ args, group }) => findGuide(group, args) !== undefined,
  run({ args, calendar, group, now }) {
    if (args === '') return guideListMessage(group.guides, SLASH_COMMAND);
    const guide = findGuide(group, args);
    if (!guide) return noGuideMessage(group.guides, args, SLASH_COMMAND);
    return guideMessage(guide, recordingTitle(group, calendar, now), group.page);
  },
};

/** The title for the last meeting's recording; its date is in the meeting's own zone. */
function recordingTitle(
  { recordings }: Group,
  calendar: CalendarState,
  now: DateTime<true>,
): string {
  const last = calendar.kind === 'read' ? lastHeld(calendar.meetings, now) : undefined;
  return recordings.titleTemplate
    .replace('{meeting}', () => last?.title ?? 'name of the meeting')
    .replace('{date}', last?.start.toFormat('yyyyMMdd') ?? 'YYYYMMDD');
}
