import type { DateTime } from 'luxon';
import { isTimed, stands } from '../calendar/meeting.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { isSettled, toldIn } from './already-reminded.ts';
import type { Audience } from './audience.ts';
import { resolver } from './corrections.ts';
import { type DueReminder, isWanted, planReminders, reminderKey } from './plan.ts';
import type { Ledger } from './ports.ts';

/** A reminder that will be posted unless the calendar changes, and when. */
export interface UpcomingReminder extends DueReminder {
  readonly at: DateTime<true>;
}

/** The next reminders for an audience: those due at `now`, then by time. */
export async function upcomingReminders(
  audience: Audience,
  snapshot: CalendarSnapshot,
  ledger: Pick<Ledger, 'states' | 'posted'>,
  now: DateTime<true>,
): Promise<UpcomingReminder[]> {
  const subscriptions = await audience.subscriptions();
  const { meetings } = snapshot;
  const due = planReminders(subscriptions, audience.namesFor, meetings, 0, now);
  const later = meetings
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && meeting.start > now)
    .flatMap((meeting) =>
      subscriptions
        .filter(({ about }) => isWanted(meeting.title, about, audience.namesFor))
        .flatMap(({ destination, leadTimes }) =>
          leadTimes.map((leadMinutes) => {
            const key = reminderKey(destination, meeting, leadMinutes);
            return dated({ key, destination, meeting, leadMinutes });
          }),
        ),
    )
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at.toMillis() - b.at.toMillis());
  const planned = new Map([...due.map(dated), ...later].map((one) => [one.key, one]));
  const states = await ledger.states(now);
  const open = [...planned.values()].filter(({ key }) => !isSettled(key, states));
  const told = toldIn(await ledger.posted(now), resolver(snapshot));
  return open.filter((one) => !told.isReminded(one));
}

function dated(reminder: DueReminder): UpcomingReminder {
  return { ...reminder, at: reminder.meeting.start.minus({ minutes: reminder.leadMinutes }) };
}
