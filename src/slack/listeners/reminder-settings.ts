import type { App } from '@slack/bolt';
import type { Logger } from 'pino';
import { stoppedMessage } from '../../commands/remind-message.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { SWITCHES_ACTION } from '../../home/reminder-switches.ts';
import { STOP_ACTION } from '../../reminders/direct-message.ts';
import { sortLeadTimes } from '../../reminders/lead-times.ts';
import type { Subscriptions } from '../../reminders/ports.ts';
import { contentOf } from '../content.ts';
import type { HomeTabs } from './home.ts';

export interface PersonalTools {
  readonly subscriptions: Subscriptions;
  readonly home: HomeTabs;
  readonly logger: Logger;
  readonly slashCommand: string;
}

/** Switches in the Home tab, and the button that ends all reminders wherever it stands. */
export function registerReminderSettings(app: App, tools: PersonalTools, inFlight: InFlight): void {
  const { subscriptions, home, logger, slashCommand } = tools;

  app.action({ type: 'block_actions', action_id: SWITCHES_ACTION }, ({ action, body, ack }) =>
    inFlight.run(async () => {
      await ack();
      const chosen = action.type === 'checkboxes' ? action.selected_options : [];
      const leadTimes = sortLeadTimes(chosen.map(({ value }) => Number(value)).filter(isLead));
      await subscriptions.set({ userId: body.user.id, about: undefined, leadTimes });
      await home.publish(body.user.id);
    }),
  );

  app.action({ type: 'block_actions', action_id: STOP_ACTION }, ({ body, ack, respond }) =>
    inFlight.run(async () => {
      await ack();
      await subscriptions.stop(body.user.id);
      if (body.view) {
        await home.publish(body.user.id);
        return;
      }
      try {
        const content = contentOf(stoppedMessage(slashCommand));
        await respond({ replace_original: false, response_type: 'ephemeral', ...content });
      } catch (error) {
        logger.error({ err: error }, 'end of reminders not confirmed');
      }
    }),
  );
}

function isLead(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes > 0;
}
