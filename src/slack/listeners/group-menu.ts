import type { Logger } from 'pino';
import { askedInMenu, CHOOSE_GROUP_ACTION } from '../../commands/which-group-message.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { mistakeMessage } from '../../messages/mistake.ts';
import { answerPress, channelOf, isSeenByOne, type Press } from '../answer-press.ts';
import type { ChooseGroup, HandleRequest } from '../ports.ts';
import type { Buttons } from './buttons.ts';
import type { HomeTabs } from './home.ts';

export interface GroupMenuTools {
  readonly chooseGroup: ChooseGroup;
  readonly handle: HandleRequest;
  readonly home: HomeTabs;
  readonly logger: Logger;
}

/** Remembers which group someone chose, and answers what they had asked. */
export function registerGroupMenu(
  buttons: Buttons,
  tools: GroupMenuTools,
  inFlight: InFlight,
): void {
  const { chooseGroup, home, logger } = tools;
  buttons.on(CHOOSE_GROUP_ACTION, ({ action, body, ack, respond }) =>
    inFlight.run(async () => {
      await ack();
      const groupId = action.type === 'static_select' ? (action.selected_option?.value ?? '') : '';
      try {
        // The menu may be older than the list of groups.
        if (!(await chooseGroup(body.user.id, groupId))) return;
        if (body.view) return await home.publish(body.user.id);
        await answerChoice({ body, respond }, body.user.id, groupId, action.block_id, tools);
      } catch (error) {
        logger.error({ err: error }, 'choice of a group not answered');
      }
    }),
  );
}

async function answerChoice(
  press: Press,
  userId: string,
  groupId: string,
  blockId: string,
  { handle }: GroupMenuTools,
): Promise<void> {
  const asked = askedInMenu(blockId);
  const how = isSeenByOne(press) ? 'in place' : 'below';
  if (asked === undefined) {
    return answerPress(press, mistakeMessage('All right. Ask me again, please.'), how);
  }
  const channelId = channelOf(press);
  const { answer } = await handle({ asked, userId, channelId, groupId, via: 'button' });
  await answerPress(press, answer.message, how);
}
