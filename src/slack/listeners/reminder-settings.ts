import type { App, BlockAction, RespondFn } from '@slack/bolt';
import type { Logger } from 'pino';
import { type RemindRequest, remind } from '../../commands/remind.ts';
import { CHOOSE_REMINDER_ACTION, reminderChoice } from '../../commands/remind-choices.ts';
import { notYoursMessage } from '../../commands/remind-message.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { SWITCHES_ACTION } from '../../home/reminder-switches.ts';
import { REMIND_ME_ACTION, remindMeValue } from '../../messages/remind-me-button.ts';
import { STOP_ACTION } from '../../reminders/direct-message.ts';
import { sortLeadTimes } from '../../reminders/lead-times.ts';
import type { Subscriptions } from '../../reminders/ports.ts';
import type { About } from '../../reminders/wish.ts';
import { answerPress, isSeenByOne } from '../answer-press.ts';
import type { HandleRequest } from '../ports.ts';
import type { HomeTabs } from './home.ts';

export interface PersonalTools {
  readonly subscriptions: Subscriptions;
  readonly home: HomeTabs;
  readonly handle: HandleRequest;
  readonly logger: Logger;
  readonly slashCommand: string;
}

interface ButtonPress {
  readonly body: BlockAction;
  readonly respond: RespondFn;
}

const EVERYTHING: About = { kind: 'everything' };
/** What the button that ends reminders says in messages from before it named its owner. */
const WITHOUT_OWNER = 'all';

/** Switches in the Home tab, and the buttons that set or end reminders wherever they stand. */
export function registerReminderSettings(app: App, tools: PersonalTools, inFlight: InFlight): void {
  const { subscriptions, home, handle, logger, slashCommand } = tools;

  async function carryOut(press: ButtonPress, asked: RemindRequest, how?: 'in place') {
    const userId = press.body.user.id;
    const { answer } = await handle({ asked: remind.invoke(asked), userId, via: 'button' });
    if (press.body.view) await home.publish(userId);
    else await answerPress(press, answer.message, how);
  }

  function onButton(
    actionId: string,
    pressed: (press: ButtonPress, value: string) => Promise<void>,
  ) {
    const wanted = { type: 'block_actions', action_id: new RegExp(`^${actionId}`) } as const;
    app.action(wanted, ({ action, body, ack, respond }) =>
      inFlight.run(async () => {
        await ack();
        try {
          const value = action.type === 'button' ? (action.value ?? '') : '';
          await pressed({ body, respond }, value);
        } catch (error) {
          logger.error({ err: error, action: actionId }, 'press of a button not answered');
        }
      }),
    );
  }

  onButton(STOP_ACTION, (press, owner) => {
    const { body } = press;
    const isOwner = owner === body.user.id || (owner === WITHOUT_OWNER && isSeenByOne(press));
    if (!isOwner) return answerPress(press, notYoursMessage(slashCommand));
    return carryOut(press, { kind: 'off', about: [EVERYTHING] });
  });

  onButton(CHOOSE_REMINDER_ACTION, (press, value) => {
    const choice = reminderChoice.parse(value);
    if (choice.for !== press.body.user.id) {
      return answerPress(press, notYoursMessage(slashCommand));
    }
    const { title, leadTimes } = choice;
    const about = title === undefined ? EVERYTHING : ({ kind: 'title', title } as const);
    return carryOut(press, { kind: 'on', leadTimes, about: [about] }, 'in place');
  });

  onButton(REMIND_ME_ACTION, (press, value) => {
    const { id, title } = remindMeValue.parse(value);
    return carryOut(press, { kind: 'add', meetingId: id, title });
  });

  app.action({ type: 'block_actions', action_id: SWITCHES_ACTION }, ({ action, body, ack }) =>
    inFlight.run(async () => {
      await ack();
      const chosen = action.type === 'checkboxes' ? action.selected_options : [];
      const leadTimes = sortLeadTimes(chosen.map(({ value }) => Number(value)).filter(isLead));
      const userId = body.user.id;
      await subscriptions.resume(userId);
      await subscriptions.set({ userId, about: undefined, leadTimes });
      await home.publish(userId);
    }),
  );
}

function isLead(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes > 0;
}
