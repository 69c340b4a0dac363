import type { DateTime } from 'luxon';
import type { Finding } from '../findings.ts';
import type { Group } from '../group/schema.ts';
import { inZone, leadWords } from '../messages/time.ts';
import type { UpcomingReminder } from '../reminders/upcoming-reminders.ts';

const SHOWN = 3;

/** What the channel will be reminded of next. */
export function reminderFindings(
  upcoming: readonly UpcomingReminder[],
  channel: string,
  zone: string,
  now: DateTime<true>,
): Finding[] {
  const about = 'Next reminders';
  if (upcoming.length === 0) {
    const wayOut = 'Check the calendar, unless that is so.';
    return [{ kind: 'warning', about, says: 'none is ahead', wayOut }];
  }
  return upcoming.slice(0, SHOWN).map(({ at, meeting, leadMinutes }) => ({
    kind: 'fine',
    about,
    says: `in ${channel} ${at <= now ? 'as soon as the bot runs' : `on ${inZone(at, zone)}`}, ${leadWords(leadMinutes)} before "${meeting.title}"`,
  }));
}

/** A retired group reminds nobody. */
export function retiredFinding({ name }: Pick<Group, 'name'>): Finding {
  const says = `none: ${name} has retired, so no reminder is posted`;
  return { kind: 'fine', about: 'Next reminders', says };
}
