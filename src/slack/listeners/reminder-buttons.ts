import type { BlockAction, RespondFn } from '@slack/bolt';
import type { Logger } from 'pino';
import { type RemindRequest, remind } from '../../commands/remind.ts';
import { CHOOSE_REMINDER_ACTION, reminderChoice } from '../../commands/remind-choices.ts';
import { notYoursMessage } from '../../commands/remind-message.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { stampOf } from '../../messages/group-stamp.ts';
import { REMIND_ME_ACTION, remindMeValue } from '../../messages/remind-me-button.ts';
import { STOP_ACTION } from '../../reminders/direct-message.ts';
import { answerFailure } from '../answer-failure.ts';
import { answerPress, channelOf, isSeenByOne } from '../answer-press.ts';
import type { HandleRequest } from '../ports.ts';
import type { Buttons } from './buttons.ts';
import type { HomeTabs } from './home.ts';

export interface ReminderButtonTools {
  readonly home: HomeTabs;
  readonly handle: HandleRequest;
  readonly logger: Logger;
  readonly slashCommand: string;
}

interface ButtonPress {
  readonly body: BlockAction;
  readonly respond: RespondFn;
  /** Whose message the button is in. */
  readonly groupId: string | undefined;
}

/** What a press asks for; undefined where the button is another's. */
type ReadPress = (press: ButtonPress, value: string) => RemindRequest | undefined;

/** What the button that ends reminders says in messages from before it named its owner. */
const WITHOUT_OWNER = 'all';
const EVERYTHING = { kind: 'everything' } as const;

/** The buttons that set or end someone's reminders, wherever they stand. */
export function registerReminderButtons(
  buttons: Buttons,
  tools: ReminderButtonTools,
  inFlight: InFlight,
): void {
  const answer = pressAnswerer(tools);

  function onButton(actionId: string, read: ReadPress, how?: 'in place'): void {
    buttons.on({ prefix: actionId }, ({ action, body, ack, respond }) =>
      inFlight.run(async () => {
        await ack();
        const value = action.type === 'button' ? (action.value ?? '') : '';
        const press = { body, respond, groupId: stampOf(action.block_id) };
        try {
          await answer(press, read(press, value), how);
        } catch (error) {
          await answerFailure(press, error, actionId, tools.logger);
        }
      }),
    );
  }

  onButton(STOP_ACTION, readStop);
  onButton(CHOOSE_REMINDER_ACTION, readChoice, 'in place');
  onButton(REMIND_ME_ACTION, readRemindMe);
}

function pressAnswerer({ home, handle, slashCommand }: ReminderButtonTools) {
  return async (press: ButtonPress, request: RemindRequest | undefined, how?: 'in place') => {
    const userId = press.body.user.id;
    if (!request) return answerPress(press, notYoursMessage(slashCommand));
    const asked = remind.invoke(request);
    const { groupId } = press;
    const channelId = channelOf(press);
    const { answer } = await handle({ asked, userId, channelId, groupId, via: 'button' });
    return press.body.view ? home.publish(userId) : answerPress(press, answer.message, how);
  };
}

const readStop: ReadPress = (press, owner) => {
  const isOwner = owner === press.body.user.id || (owner === WITHOUT_OWNER && isSeenByOne(press));
  return isOwner ? { kind: 'off', about: [EVERYTHING] } : undefined;
};

const readChoice: ReadPress = ({ body }, value) => {
  const { for: owner, title, leadTimes } = reminderChoice.parse(value);
  if (owner !== body.user.id) return undefined;
  const about = title === undefined ? EVERYTHING : ({ kind: 'title', title } as const);
  return { kind: 'on', leadTimes, about: [about] };
};

/** Whoever presses it wants to be reminded. */
const readRemindMe: ReadPress = (_, value) => {
  const { id, title } = remindMeValue.parse(value);
  return { kind: 'add', meetingId: id, title };
};
