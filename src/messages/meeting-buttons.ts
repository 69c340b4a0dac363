import type { types } from '@slack/bolt';
import type { TimedMeeting } from '../calendar/meeting.ts';
import { addToCalendarUrl } from './add-to-calendar.ts';
import { actions, linkButton } from './blocks.ts';
import { joinLabel } from './join-words.ts';
import type { Block } from './message.ts';
import { remindMeButton } from './remind-me-button.ts';

type Links = Pick<TimedMeeting, 'joinLink' | 'linkKind' | 'agendaLink'>;

// https://docs.slack.dev/reference/block-kit/block-elements/button-element
const MAX_ACTION_ID_LENGTH = 255;

/**
 * Join and agenda, each only where there is an address. `suffix` tells the buttons of several
 * meetings in one message apart.
 */
export function meetingButtons(links: Links, style?: 'primary', suffix = ''): Block[] {
  return actions(linkButtons(links, style, suffix));
}

/** All that can be done about a meeting that is still to come. A retired group sends no reminders. */
export function comingMeetingButtons(meeting: TimedMeeting, hasReminders: boolean): Block[] {
  const suffix = `-next-${meeting.id}`;
  return actions([
    ...linkButtons(meeting, 'primary', suffix),
    linkButton('Add to calendar', addToCalendarUrl(meeting), actionId('open-add', suffix)),
    hasReminders ? remindMeButton(meeting) : undefined,
  ]);
}

function linkButtons(
  links: Links,
  style: 'primary' | undefined,
  suffix: string,
): (types.Button | undefined)[] {
  return [
    linkButton(joinLabel(links.linkKind), links.joinLink, actionId('open-join', suffix), style),
    linkButton('Agenda', links.agendaLink, actionId('open-agenda', suffix)),
  ];
}

function actionId(name: string, suffix: string): string {
  return `${name}${suffix}`.slice(0, MAX_ACTION_ID_LENGTH);
}
