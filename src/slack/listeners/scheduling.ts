import { createHash, randomBytes } from 'node:crypto';
import type { App, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import { OPEN_FORM_ACTION, schedule } from '../../commands/schedule.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { apologyMessage } from '../../messages/apology.ts';
import { readingModal } from '../../messages/modal.ts';
import { type Entered, INPUTS } from '../../scheduling/form.ts';
import { FORM_VIEW } from '../../scheduling/form-view.ts';
import { REVIEW_VIEW } from '../../scheduling/review-view.ts';
import {
  type Submission,
  type SubmissionFacts,
  submitForm,
  submitReview,
} from '../../scheduling/submit.ts';
import { channelOf } from '../answer-press.ts';
import { openModal } from '../open-modal.ts';
import type { ContextFor, HandleRequest } from '../ports.ts';
import type { Buttons } from './buttons.ts';
import type { OrganizingTools } from './organizer-buttons.ts';

/** Callback ID of the shortcut, as the app's manifest has it. */
const SHORTCUT = 'schedule';

export interface SchedulingListenerTools {
  readonly client: webApi.WebClient;
  readonly handle: HandleRequest;
  readonly contextFor: ContextFor;
  readonly organizing: OrganizingTools;
  readonly logger: Logger;
}

/** The form for a new meeting: by shortcut or button, and what becomes of it. */
export function registerScheduling(
  app: App,
  buttons: Buttons,
  tools: SchedulingListenerTools,
  inFlight: InFlight,
): void {
  const { client, handle, contextFor, organizing, logger } = tools;

  async function open(userId: string, channelId: string | undefined, triggerId: string) {
    const asked = schedule.invoke(undefined);
    const handled = await handle({ asked, userId, channelId, via: 'button' });
    const { answer } = handled;
    const view =
      answer.kind === 'modal' ? answer.view : readingModal('Schedule', answer.message).view;
    await openModal(client, triggerId, view, handled);
  }

  function factsFor(userId: string): SubmissionFacts {
    const { group, calendar, now, asker } = contextFor({ userId, place: 'private' });
    return { group, calendar, now, canHost: asker.isOrganizer };
  }

  app.shortcut({ type: 'shortcut', callback_id: SHORTCUT }, ({ shortcut, ack }) =>
    inFlight.run(async () => {
      await ack();
      await open(shortcut.user.id, undefined, shortcut.trigger_id);
    }),
  );

  buttons.on(OPEN_FORM_ACTION, ({ body, ack }) =>
    inFlight.run(async () => {
      await ack();
      await open(body.user.id, channelOf({ body }), body.trigger_id);
    }),
  );

  app.view(FORM_VIEW, ({ ack, body, view }) =>
    inFlight.run(async () => {
      const submitted = await guarded(logger, async () =>
        submitForm(enteredIn(view.state), factsFor(body.user.id)),
      );
      await ack(responseTo(submitted));
    }),
  );

  app.view(REVIEW_VIEW, ({ ack, body, view }) =>
    inFlight.run(async () => {
      const userId = body.user.id;
      const submitted = await guarded(logger, () => {
        const id = planId(view.root_view_id ?? view.id, userId);
        const review = { id, userId, metadata: view.private_metadata };
        return submitReview(review, factsFor(userId), organizing.scheduledMeetings);
      });
      await ack(responseTo(submitted));
      await organizing.update();
    }),
  );
}

/** The same for everything that comes of one form. */
function planId(rootViewId: string, userId: string): string {
  return createHash('sha256').update(`${rootViewId} ${userId}`).digest('hex').slice(0, 16);
}

function responseTo(submission: Submission) {
  switch (submission.kind) {
    case 'errors':
      return { response_action: 'errors' as const, errors: presentIn(submission.errors) };
    case 'instead':
      return { response_action: 'update' as const, view: submission.view };
    case 'on top':
      return { response_action: 'push' as const, view: submission.view };
  }
}

function presentIn(errors: Extract<Submission, { kind: 'errors' }>['errors']) {
  return Object.fromEntries(Object.entries(errors).filter(([, text]) => text !== undefined));
}

/** Whatever fails, whoever submitted reads an apology instead of Slack's own. */
async function guarded(logger: Logger, submit: () => Promise<Submission>): Promise<Submission> {
  try {
    return await submit();
  } catch (error) {
    const requestId = randomBytes(4).toString('hex');
    logger.error({ err: error, requestId }, 'submission failed');
    return { kind: 'instead', view: readingModal('Sorry', apologyMessage(requestId)).view };
  }
}

const inputState = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});
const states = z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** What was entered, by the inputs' IDs; what is none of ours is left out. */
function enteredIn(state: unknown): Entered {
  const { values } = states.parse(state);
  return Object.fromEntries(
    INPUTS.flatMap((name) => {
      const read = inputState.safeParse(values[name]?.[name]).data;
      const entered =
        read?.value ?? read?.selected_date ?? read?.selected_time ?? read?.selected_option?.value;
      return entered === undefined || entered === null ? [] : [[name, entered]];
    }),
  );
}
