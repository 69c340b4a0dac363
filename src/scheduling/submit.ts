import type { types } from '@slack/bolt';
import type { DateTime } from 'luxon';
import { z } from 'zod';
import type { CalendarState } from '../calendar/snapshot.ts';
import type { Group } from '../group/schema.ts';
import { jsonText } from '../messages/button-value.ts';
import { doneView } from './done-view.ts';
import { type Entered, INPUTS, type InputErrors } from './form.ts';
import { formView } from './form-view.ts';
import type { ScheduledMeetings } from './ports.ts';
import { readForm } from './read-form.ts';
import { reviewView } from './review-view.ts';

/** What a submitted form or review comes to. */
export type Submission =
  | { readonly kind: 'errors'; readonly errors: InputErrors }
  /** Instead of the view that was submitted, or on top of it. */
  | { readonly kind: 'instead' | 'on top'; readonly view: types.ModalView };

export interface SubmissionFacts {
  readonly group: Group;
  readonly calendar: CalendarState;
  readonly now: DateTime<true>;
  readonly canHost: boolean;
}

/** The form: its errors, the question which of two times is meant, or the plan to look at. */
export function submitForm(entered: Entered, facts: SubmissionFacts): Submission {
  const { group, now, calendar, canHost } = facts;
  const read = readForm(entered, group, now);
  switch (read.kind) {
    case 'errors':
      return read;
    case 'ask which':
      return {
        kind: 'instead',
        view: formView({ group, now, zone: group.zone, canHost }, entered, read.instants),
      };
    case 'plan': {
      const meetings = calendar.kind === 'read' ? calendar.meetings : undefined;
      return { kind: 'on top', view: reviewView(read.plan, entered, group, meetings) };
    }
  }
}

const enteredText = jsonText.pipe(z.partialRecord(z.enum(INPUTS), z.string().max(3000)));

/**
 * The review: keeps the plan. What the form held is read again, as if it had just been entered: the review may
 * have been open for an hour, and nothing says that it comes back as it was sent. `id` is the same for
 * everything that is submitted from one form, so that a second press keeps nothing twice.
 */
export async function submitReview(
  {
    id,
    userId,
    metadata,
  }: { readonly id: string; readonly userId: string; readonly metadata: string },
  facts: SubmissionFacts,
  scheduled: ScheduledMeetings,
): Promise<Submission> {
  const { group, now, canHost } = facts;
  const entered = enteredText.safeParse(metadata).data ?? {};
  const read = readForm(entered, group, now);
  if (read.kind !== 'plan') {
    const instants = read.kind === 'ask which' ? read.instants : [];
    const problems = read.kind === 'errors' ? Object.values(read.errors) : [];
    const form = formView({ group, now, zone: group.zone, canHost }, entered, instants, problems);
    return { kind: 'instead', view: form };
  }
  const plan = { id, userId, plan: read.plan, meetingId: undefined, needsHost: false };
  await scheduled.add(plan, now);
  return { kind: 'instead', view: doneView(read.plan, group) };
}
