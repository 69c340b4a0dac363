import type { DateTime } from 'luxon';
import { lastHeld } from '../calendar/schedule.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import { findGuide, titleTemplate } from '../group/lookup.ts';
import type { Group, Guide } from '../group/schema.ts';
import { readingModal } from '../messages/modal.ts';
import { recordingTitle } from '../recordings/recording-title.ts';
import { certainly, defineCommand, perhaps } from './command.ts';
import { guideListMessage, guideMessage, noGuideMessage } from './howto-message.ts';
import { intentFor } from './question-names.ts';

type Asked =
  | { readonly kind: 'list' }
  | { readonly kind: 'guide'; readonly guide: Guide }
  | { readonly kind: 'guide in a modal'; readonly name: string }
  | { readonly kind: 'none of that name'; readonly typed: string };

export const howto = defineCommand<Asked>({
  name: 'howto',
  aliases: ['how-to', 'guide', 'guides', 'how'],
  summary: 'step by step: get the invitations, schedule a meeting, upload a recording',
  usage: '[topic]',
  details:
    "Shows one of the group's procedures as numbered steps with their links; without a topic, lists them.",
  audience: 'everyone',
  sameForAll: true,
  task: 'procedures',

  topic: ({ group }) =>
    group.guides.map((guide) => {
      const intent = intentFor('howto', guide.name);
      return {
        intents: [intent],
        ...(intent === 'guide' && { of: guide.name }),
        askedAs: guide.askedAs,
        label: `How to: ${guide.title}`,
        typed: `howto ${guide.name}`,
        answer: { kind: 'guide', guide } as const,
      };
    }),

  parse(args, { group }) {
    if (args === '') return certainly({ kind: 'list' });
    const guide = findGuide(group, args);
    return guide
      ? certainly({ kind: 'guide', guide })
      : perhaps({ kind: 'none of that name', typed: args });
  },

  run(asked, { calendar, group, now, slashCommand }) {
    const shown = (guide: Guide) =>
      guideMessage(guide, lastRecordingTitle(group, calendar, now), group);
    switch (asked.kind) {
      case 'list':
        return guideListMessage(group, slashCommand);
      case 'guide':
        return shown(asked.guide);
      case 'guide in a modal': {
        // A Home tab from before the group file changed may offer a guide that is gone.
        const guide = group.guides.find(({ name }) => name === asked.name);
        if (!guide) return noGuideMessage(group, asked.name, slashCommand);
        return readingModal('How to', shown(guide));
      }
      case 'none of that name':
        return noGuideMessage(group, asked.typed, slashCommand);
    }
  },
});

/** The title for the last meeting's recording; its date is in the meeting's own zone. */
function lastRecordingTitle(group: Group, calendar: CalendarState, now: DateTime<true>): string {
  const template = titleTemplate(group);
  const last = calendar.kind === 'read' ? lastHeld(calendar.meetings, now) : undefined;
  if (last) return recordingTitle(template, last);
  return template.replace('{meeting}', 'name of the meeting').replace('{date}', 'YYYYMMDD');
}
