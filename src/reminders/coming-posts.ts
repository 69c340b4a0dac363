import type { DateTime } from 'luxon';
import type { CachedCalendar } from '../calendar/cached-calendar.ts';
import type { Clock } from '../clock.ts';
import { meetingNames } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import type { LeadTimes } from './lead-times.ts';
import { comingPersonal } from './personal.ts';
import { comingReminders } from './plan.ts';
import type { Ledger, Subscriptions } from './ports.ts';
import { wantsOf } from './wants.ts';

/** A reminder that will be posted, if the calendar stays as it is. */
export interface ComingPost {
  readonly at: DateTime<true>;
  readonly title: string;
  readonly leadMinutes: number;
  /** Member who gets it as a direct message; absent: the channel. */
  readonly recipient?: string;
}

export interface ComingParts {
  readonly calendar: Pick<CachedCalendar, 'state'>;
  readonly clock: Clock;
  readonly group: Group;
  readonly config: { readonly reminderLeads: LeadTimes };
  readonly store: {
    readonly ledger: Ledger;
    readonly personalLedger: Ledger;
    readonly subscriptions: Subscriptions;
  };
}

/** All reminders that come next, by the moment at which they are due. */
export async function comingPosts(parts: ComingParts): Promise<ComingPost[]> {
  const { calendar, clock, group, config, store } = parts;
  const state = calendar.state();
  if (state.kind !== 'read') return [];
  const now = clock.now();
  const channel = comingReminders(
    state.meetings,
    config.reminderLeads,
    await store.ledger.settledAhead(now),
    now,
  );
  const wants = await wantsOf(store.subscriptions, (about) => meetingNames(group, about));
  const settled = await store.personalLedger.settledAhead(now);
  const personal = comingPersonal(wants, state.meetings, settled, now);
  return [
    ...channel.map(({ at, meeting, leadMinutes }) => ({ at, title: meeting.title, leadMinutes })),
    ...personal.map(({ at, meeting, leadMinutes, userId }) => ({
      at,
      title: meeting.title,
      leadMinutes,
      recipient: userId,
    })),
  ].sort((a, b) => a.at.toMillis() - b.at.toMillis());
}
