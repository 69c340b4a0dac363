import type { BlockAction } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { CommandContext } from '../../commands/command.ts';
import { organizersOnly } from '../../commands/organizers-only.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { UserError } from '../../errors.ts';
import { organizerBySlackId } from '../../group/lookup.ts';
import { HOST_ACTION, RELEASE_ACTION } from '../../hosting/host-buttons.ts';
import type { HostClaims } from '../../hosting/ports.ts';
import { releaseMeeting, takeMeeting } from '../../hosting/press.ts';
import { OUTCOME_ACTION } from '../../meeting-cards/card-messages.ts';
import { reportOutcome } from '../../meeting-cards/press.ts';
import { message, section } from '../../messages/blocks.ts';
import { jsonText } from '../../messages/button-value.ts';
import { stampOf } from '../../messages/group-stamp.ts';
import type { Message } from '../../messages/message.ts';
import { mistakeMessage } from '../../messages/mistake.ts';
import { md } from '../../messages/mrkdwn.ts';
import { OUTCOMES } from '../../organizers/outcome.ts';
import type { MeetingOutcomes } from '../../organizers/ports.ts';
import { NEED_HOST_ACTION } from '../../scheduling/checklist-message.ts';
import type { ScheduledMeetings } from '../../scheduling/ports.ts';
import { answerFailure } from '../answer-failure.ts';
import { answerPress, channelOf, type Press } from '../answer-press.ts';
import type { ContextFor } from '../ports.ts';
import type { Buttons } from './buttons.ts';

/** What the organizers' flows keep, and what brings their messages in line with it. */
export interface OrganizingTools {
  readonly hostClaims: HostClaims;
  readonly meetingOutcomes: MeetingOutcomes;
  readonly scheduledMeetings: ScheduledMeetings;
  update(): Promise<void>;
}

export interface OrganizerButtonTools {
  readonly contextFor: ContextFor;
  readonly organizingOf: (groupId: string) => OrganizingTools;
  readonly clock: Clock;
  readonly logger: Logger;
}

const id = z.string().min(1).max(1100);
const aboutMeeting = jsonText.pipe(z.object({ meeting: id }));
const aboutOutcome = jsonText.pipe(z.object({ meeting: id, outcome: z.enum(OUTCOMES) }));
const aboutPlan = jsonText.pipe(z.object({ plan: id }));

/** What a press comes to, for whoever pressed. Fails with UserError. */
type Heed = (pressed: {
  readonly value: string;
  readonly context: CommandContext;
  readonly name: string;
  readonly organizing: OrganizingTools;
}) => Promise<Message>;

interface ButtonPress extends Press {
  readonly body: BlockAction;
  /** Whose message the button is in. */
  readonly groupId: string | undefined;
}

/** The buttons of the organizers' flows. Who pressed, where and about what is checked at each press. */
export function registerOrganizerButtons(
  buttons: Buttons,
  { contextFor, organizingOf, logger }: OrganizerButtonTools,
  inFlight: InFlight,
): void {
  async function answer(press: ButtonPress, value: string, heed: Heed) {
    const userId = press.body.user.id;
    const channelId = channelOf(press);
    const context = contextFor({ userId, channelId, groupId: press.groupId, place: 'private' });
    const organizing = organizingOf(context.group.id);
    try {
      const name = nameOf(press.body, context);
      await answerPress(press, await heed({ value, context, name, organizing }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      await answerPress(press, mistakeMessage(error.message));
    }
    return organizing;
  }

  function onButton(actionId: string, heed: Heed): void {
    buttons.on({ prefix: actionId }, ({ action, body, ack, respond }) =>
      inFlight.run(async () => {
        await ack();
        const value = action.type === 'button' ? (action.value ?? '') : '';
        const press = { body, respond, groupId: stampOf(action.block_id) };
        const organizing = await answer(press, value, heed).catch(async (error: unknown) => {
          await answerFailure(press, error, actionId, logger);
          return undefined;
        });
        await organizing?.update();
      }),
    );
  }

  onButton(HOST_ACTION, async ({ value, context, name, organizing }) => {
    const press = hostPress(value, context, name);
    return takeMeeting(press, { ...hostTools(context), claims: organizing.hostClaims });
  });
  onButton(RELEASE_ACTION, async ({ value, context, name, organizing }) => {
    const press = hostPress(value, context, name);
    return releaseMeeting(press, { ...hostTools(context), claims: organizing.hostClaims });
  });
  onButton(OUTCOME_ACTION, async ({ value, context, name, organizing }) => {
    const { hostClaims: claims, meetingOutcomes: outcomes } = organizing;
    const { meeting: meetingId, outcome } = aboutOutcome.parse(value);
    const { calendar, now, asker } = context;
    // A host got the card as a direct message, where nothing says that they are an organizer.
    const isHost = (await claims.all()).some(
      (claim) => claim.meetingId === meetingId && claim.userId === asker.userId,
    );
    if (!isHost) requireOrganizer(context);
    const press = { userId: asker.userId, name, meetingId, outcome };
    return reportOutcome(press, { outcomes, calendar, now });
  });
  onButton(NEED_HOST_ACTION, async ({ value, context, organizing: { scheduledMeetings } }) => {
    const { asker, organizersChannel } = context;
    const { plan } = aboutPlan.parse(value);
    if (organizersChannel === undefined) {
      throw new UserError('I know no channel of the organizers. Ask in the group’s channel.');
    }
    const isTheirs = await scheduledMeetings.askForHost(plan, asker.userId);
    if (!isTheirs) throw new UserError('This plan is no longer here.');
    const text = md`I'm asking the organizers. This list says who hosts as soon as somebody does.`;
    return message(text, [section(text)]);
  });
}

function hostPress(value: string, context: CommandContext, name: string) {
  requireOrganizer(context);
  const { meeting: meetingId } = aboutMeeting.parse(value);
  return { userId: context.asker.userId, name, meetingId };
}

function hostTools({ calendar, group, now }: CommandContext) {
  return { calendar, zone: group.zone, now };
}

function requireOrganizer(context: CommandContext): void {
  if (!context.asker.isOrganizer) throw new UserError(organizersOnly(context));
}

/** The name in the group file, else the one that Slack gives with the press. */
function nameOf({ user }: BlockAction, { group }: CommandContext): string {
  const given = 'name' in user && typeof user.name === 'string' ? user.name : undefined;
  return organizerBySlackId(group, user.id)?.name ?? given ?? 'an organizer';
}
