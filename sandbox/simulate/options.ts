import { parseArgs } from 'node:util';
import type { DateTime } from 'luxon';
import { readEvents, readMoment } from '../arguments.ts';

export interface SimulationOptions {
  readonly from: DateTime<true>;
  readonly to: DateTime<true>;
  readonly events: readonly unknown[] | undefined;
  /** By which route the calendar is read. */
  readonly route: 'api' | 'feed';
  /** What the organizers' channel gets, instead of the reminders. */
  readonly organizers: boolean;
}

export const USAGE = `Run the reminder job on an accelerated clock and print what it would post.

  npm run simulate -- --from 2026-01-01 --to 2027-01-01 [--calendar events.json]

Each message is one JSON line with at, channel, kind, key, meetingId and text. REMINDER_LEADS is
read from the environment. Without --calendar, a sample calendar is used. With --feed, it is read
through the public feed, as without a Google key.

With --organizers, it prints what the organizers' channel gets if nobody ever presses a button, and how much
that is for each meeting. Without --calendar, that is for a year of 26 regular and 30 ad-hoc meetings; --from
and --to may be left out then.
`;

const SAMPLE_YEAR = { from: '2026-01-01', to: '2027-02-01' };

/** Parses the command line; undefined if help was requested. Fails with an Error for the user. */
export async function readOptions(args: readonly string[]): Promise<SimulationOptions | undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      calendar: { type: 'string' },
      feed: { type: 'boolean', default: false },
      organizers: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { from: first, to: last } = { ...(values.organizers && SAMPLE_YEAR), ...values };
  if (first === undefined || last === undefined) throw new Error('--from and --to are required');
  const from = readMoment('--from', first);
  const to = readMoment('--to', last);
  if (to <= from) throw new Error('--to must be after --from');
  const events = values.calendar === undefined ? undefined : await readEvents(values.calendar);
  const { organizers } = values;
  return { from, to, events, route: values.feed ? 'feed' : 'api', organizers };
}
