import { UserError } from '../errors.ts';
import { retirementOf } from '../group/lookup.ts';
import { actions, button, message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { code, md } from '../messages/mrkdwn.ts';
import { formView } from '../scheduling/form-view.ts';
import { type CommandContext, certainly, defineCommand, perhaps } from './command.ts';

/** Action ID of the button that opens the form. */
export const OPEN_FORM_ACTION = 'schedule-open';

export const schedule = defineCommand<undefined>({
  name: 'schedule',
  aliases: ['plan', 'book'],
  summary: 'a form for a new meeting, which opens it in Google Calendar',
  details:
    'Asks for title, time, length, notes and host. Shows what the time is elsewhere and what else takes place then, opens Google Calendar with everything filled in, and keeps a checklist in a direct message until the meeting is ready.',
  audience: 'everyone',
  task: 'meetings',
  tellsStatus: true,
  topic: () => [
    { intents: ['schedule'], label: 'Schedule a meeting', typed: 'schedule', answer: undefined },
  ],

  parse: (args) => (args === '' ? certainly(undefined) : perhaps(undefined)),

  async run(_, context) {
    const { group, now, asker, scheduled } = context;
    if (retirementOf(group)) {
      throw new UserError(`${group.name} is retired and holds no meetings.`);
    }
    const zone = (await scheduled.lastZoneOf(asker.userId)) ?? group.zone;
    return {
      view: formView({ group, now, zone, canHost: asker.isOrganizer }),
      instead: invitation(context),
    };
  },
});

/** A form opens only for someone who has just pressed or typed a command. */
function invitation({ slashCommand }: CommandContext): Message {
  const text = md`I have a form for that. Press the button, or type ${code(`${slashCommand} schedule`)}.`;
  return message(text, [section(text), actions([openFormButton()])]);
}

/** Opens the form. */
export function openFormButton() {
  return button('Schedule a meeting', OPEN_FORM_ACTION, 'open');
}
