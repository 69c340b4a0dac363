import type { types } from '@slack/bolt';
import type { Meeting } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import { context, header, plain, section, sections } from '../messages/blocks.ts';
import { buttonValue } from '../messages/button-value.ts';
import { bold, join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { inZone, leadWords } from '../messages/time.ts';
import { type Conflict, conflictsOf } from './conflicts.ts';
import type { Entered } from './form.ts';
import type { MeetingPlan } from './plan.ts';
import { type TimesOfMeeting, timesOf } from './times.ts';

/** Callback ID of the page that shows a plan before it is kept. */
export const REVIEW_VIEW = 'schedule-review';

const MAX_CONFLICTS = 5;

/**
 * What the plan means: its times around the world, what it collides with, what the group asks for. The form's
 * content goes along, to be read again when it is submitted. `meetings`: undefined if the calendar is unknown.
 */
export function reviewView(
  plan: MeetingPlan,
  entered: Entered,
  group: Group,
  meetings: readonly Meeting[] | undefined,
): types.ModalView {
  return {
    type: 'modal',
    callback_id: REVIEW_VIEW,
    private_metadata: buttonValue(entered),
    title: plain('Is this right?', 24),
    submit: plain('Plan it', 24),
    close: plain('Back', 24),
    blocks: [
      header(plan.title),
      ...timesOf(plan, group.zone).map((one) => section(timesText(one, plan))),
      ...sections(calendarLines(plan, group, meetings)),
      ...sections(ruleLines(plan, group)),
      context(
        md`Nothing is in the calendar yet. Next, you get a link that opens Google Calendar with all of this filled in.`,
      ),
    ],
  };
}

function timesText({ start, times, afterChangeIn }: TimesOfMeeting, plan: MeetingPlan): Mrkdwn {
  const date = start.setLocale('en-US').toFormat('LLLL d');
  const title =
    afterChangeIn === undefined
      ? md`*${leadWords(plan.minutes)}, ${REPEATS_WORDS[plan.repeats]}*`
      : md`*From ${date}, after clocks have changed in ${afterChangeIn}*`;
  const lines = times.map(({ place, time }) => md`• ${place}: ${time}`);
  return join([title, ...lines], '\n');
}

const REPEATS_WORDS = {
  once: 'once',
  weekly: 'every week',
  'every other week': 'every other week',
} as const;

function calendarLines(
  plan: MeetingPlan,
  { scheduling, zone }: Group,
  meetings: readonly Meeting[] | undefined,
): Mrkdwn[] {
  if (!meetings)
    return [md`*Calendar:* I can't read it now, so I don't know what else takes place then.`];
  const conflicts = conflictsOf(plan, meetings, scheduling?.join);
  if (conflicts.length === 0) return [md`*Calendar:* nothing else takes place then.`];
  const rest = conflicts.length - MAX_CONFLICTS;
  return [
    md`*Calendar:* look at this before you go on.`,
    ...conflicts.slice(0, MAX_CONFLICTS).map((conflict) => conflictLine(conflict, zone)),
    ...(rest > 0 ? [md`• … and ${rest} more`] : []),
  ];
}

function conflictLine({ meeting, sameRoom }: Conflict, zone: string): Mrkdwn {
  const what = md`${bold(meeting.title)}, ${inZone(meeting.start, zone)}`;
  return sameRoom
    ? md`• *The shared room is taken* by ${what}: choose another time`
    : md`• It overlaps ${what}`;
}

function ruleLines({ notes }: MeetingPlan, { scheduling, name }: Group): Mrkdwn[] {
  const room = scheduling
    ? md`• Room: ${link(scheduling.join, 'the shared room')} of ${name}, not somebody's own. It is filled in.`
    : md`• Room: one of ${name}, not somebody's own.`;
  const document =
    notes === undefined
      ? md`• Notes: none yet. A meeting needs a document that anyone may read; go back to link it.`
      : md`• Notes: ${link(notes, 'your document')}. Share it so that anyone may read it.`;
  return [md`*What ${name} asks for*`, room, document];
}
