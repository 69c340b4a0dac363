import type { InFlight } from '../../concurrency/in-flight.ts';
import { SWITCHES_ACTION } from '../../home/reminder-switches.ts';
import { sortLeadTimes } from '../../reminders/lead-times.ts';
import type { Subscriptions } from '../../reminders/ports.ts';
import type { Buttons } from './buttons.ts';
import type { HomeTabs } from './home.ts';

export interface ReminderSettingsTools {
  readonly subscriptions: Subscriptions;
  readonly home: HomeTabs;
}

/** The switches in the Home tab. */
export function registerReminderSettings(
  buttons: Buttons,
  { subscriptions, home }: ReminderSettingsTools,
  inFlight: InFlight,
): void {
  buttons.on(SWITCHES_ACTION, ({ action, body, ack }) =>
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
