import type { DateTime } from 'luxon';
import type { TimedMeeting } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import {
  actions,
  button,
  context,
  header,
  message,
  section,
  sections,
} from '../messages/blocks.ts';
import { buttonValue } from '../messages/button-value.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, join, link, type Mrkdwn, md, strike } from '../messages/mrkdwn.ts';
import { longWhen } from '../messages/time.ts';
import { findingWords } from '../preflight/finding-words.ts';
import type { PreflightFinding } from '../preflight/findings.ts';
import { openCalendarButton } from './done-view.ts';
import { endOfPlan } from './plan.ts';
import type { ScheduledMeeting } from './ports.ts';

/** Action ID of the button that asks the organizers for a host; its value names the plan. */
export const NEED_HOST_ACTION = 'need-host';

/** What has become of a plan. */
export type PlanState =
  | { readonly kind: 'not in the calendar' }
  | { readonly kind: 'missed' }
  | {
      readonly kind: 'in the calendar';
      readonly meeting: TimedMeeting;
      readonly findings: readonly PreflightFinding[];
    }
  | { readonly kind: 'cancelled'; readonly meeting: TimedMeeting };

/** What is left to do for a meeting that someone planned, for them alone. It ticks itself. */
export function checklistMessage(
  scheduled: ScheduledMeeting,
  state: PlanState,
  group: Group,
): Message {
  const { plan } = scheduled;
  switch (state.kind) {
    case 'not in the calendar':
      return stillToSave(scheduled, group);
    case 'missed': {
      const text = md`${bold(plan.title)}, ${longWhen(plan.start, group.zone)}, never appeared in the calendar. If it took place, tell the organizers, so that its recording isn't lost.`;
      return message(text, [section(text)]);
    }
    case 'cancelled': {
      const text = md`${bold(plan.title)}, ${longWhen(state.meeting.start, group.zone)}, is cancelled in the calendar.`;
      return message(text, [section(text)]);
    }
    case 'in the calendar':
      return saved(scheduled, state.meeting, state.findings, group);
  }
}

function stillToSave(scheduled: ScheduledMeeting, group: Group): Message {
  const { plan } = scheduled;
  const { start } = plan;
  const lines = [
    todo(
      md`*Save the event in Google Calendar.* The button fills everything in. If you can't edit the group's calendar, ask an organizer to press it.`,
    ),
    ...notesSteps(plan.notes),
    todo(md`*A host.* An organizer has to be there, or the room can't be recorded.`),
  ];
  return message(
    md`${bold(plan.title)}, ${longWhen(start, group.zone)}: save the event in Google Calendar.`,
    [
      header(plan.title),
      section(md`${longWhen(start, group.zone)}, until ${longWhen(endOfPlan(plan), group.zone)}`),
      ...sections(lines),
      actions([openCalendarButton(plan, group)]),
      context(
        md`This list ticks itself when the event is in the calendar, which I look at every few minutes.`,
      ),
    ],
  );
}

function saved(
  scheduled: ScheduledMeeting,
  meeting: TimedMeeting,
  findings: readonly PreflightFinding[],
  group: Group,
): Message {
  const { title, start, host } = meeting;
  const state = findings.length === 0 ? 'Ready' : 'In the calendar, with something left to do';
  const lines = [
    done(md`In the calendar`),
    ...(host === undefined ? [] : [done(md`A host: ${host}`)]),
    ...findings.map((finding) => todo(findingWords(finding, group))),
  ];
  return message(md`${bold(title)}, ${longWhen(start, group.zone)}: ${state}.`, [
    header(title),
    section(join([md`*${state}*`, md`${longWhen(start, group.zone)}`], '\n')),
    ...sections(lines),
    ...hostRequest(scheduled, host),
  ]);
}

/** Asking for a host makes sense once, and while there is none. */
function hostRequest({ id, needsHost }: ScheduledMeeting, host: string | undefined): Block[] {
  if (host !== undefined) return [];
  if (needsHost) return [context(md`You have asked the organizers for a host.`)];
  return actions([button('I need a host', NEED_HOST_ACTION, buttonValue({ plan: id }))]);
}

function notesSteps(notes: string | undefined): Mrkdwn[] {
  if (notes === undefined)
    return [todo(md`*A notes document* that anyone may read. Link it in the event's description.`)];
  return [todo(md`*Share ${link(notes, 'the notes')}*, so that anyone may read them.`)];
}

function todo(text: Mrkdwn): Mrkdwn {
  return md`☐ ${text}`;
}

function done(text: Mrkdwn): Mrkdwn {
  return md`☑ Done: ${strike(text)}`;
}

/** Whether a plan whose event never appeared is over. */
export function isMissed({ plan }: ScheduledMeeting, now: DateTime<true>): boolean {
  return plan.start <= now;
}
