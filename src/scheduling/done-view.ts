import type { types } from '@slack/bolt';
import type { Group } from '../group/schema.ts';
import { actions, context, header, linkButton, plain, section } from '../messages/blocks.ts';
import { md } from '../messages/mrkdwn.ts';
import { calendarLink } from './calendar-link.ts';
import type { MeetingPlan } from './plan.ts';

/** What comes next, once a plan is kept. Closing it closes the form as well. */
export function doneView(plan: MeetingPlan, group: Group): types.ModalView {
  return {
    type: 'modal',
    clear_on_close: true,
    title: plain('One step left', 24),
    close: plain('Close', 24),
    blocks: [
      header(plan.title),
      section(
        md`Press the button, look over the event and save it. Google asks whether to send the invitations: say yes.`,
      ),
      ...actions([openCalendarButton(plan, group)]),
      context(
        md`I'm sending you a checklist as a direct message. It ticks itself when the event is in the calendar.`,
      ),
    ],
  };
}

/** Opens Google Calendar with the plan filled in. */
export function openCalendarButton(plan: MeetingPlan, group: Group) {
  return linkButton('Open in Google Calendar', calendarLink(plan, group), 'open-plan', 'primary');
}
