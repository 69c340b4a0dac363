import type { TimedMeeting } from '../../src/calendar/meeting.ts';
import { destinationId } from '../../src/reminders/destination.ts';
import type { SlackMessage } from './frail-slack.ts';
import type { History } from './history.ts';
import { minuteOf, type Reader } from './history-plan.ts';

// A lost response costs a lease or a deferral (3 minutes) and a search in Slack, a fresh read 5, and a
// change must last 3 before its notice.
const SETTLED_AFTER_MINUTES = 16;
// Within this a reminder is edited, not repeated.
const NUDGE_MINUTES = 15;

/** A history as one recipient sees it: their messages, and their group's calendar. */
interface View {
  readonly reader: Reader;
  readonly messages: readonly SlackMessage[];
  readonly calendars: readonly { minute: number; meetings: readonly TimedMeeting[] }[];
  readonly healthy: ReadonlySet<number>;
  readonly minutes: number;
}

/**
 * What Slack must show after a history, derived only from the true calendars. It knows nothing about
 * plans, how keys are made, or ledgers. Returns every violation as a sentence.
 */
export function breaches(history: History): string[] {
  const stray = history.slack.messages.filter(
    (message) => !history.readers.some((reader) => isFor(message, reader)),
  );
  return [
    ...stray.map(({ key, to, groupId }) => `${key} of ${groupId} went to ${to}`),
    ...history.readers.map((reader) => viewOf(history, reader)).flatMap(breachesFor),
  ];
}

function isFor({ to, groupId }: SlackMessage, reader: Reader): boolean {
  return to === destinationId(reader.destination) && groupId === reader.groupId;
}

function viewOf({ slack, calendars, healthy, minutes }: History, reader: Reader): View {
  return {
    reader,
    messages: slack.messages.filter((message) => isFor(message, reader)),
    calendars: calendars.map(({ minute, meetings }) => ({
      minute,
      meetings: meetings[reader.groupId].filter(({ title }) => title.includes(reader.about ?? '')),
    })),
    healthy,
    minutes,
  };
}

function breachesFor(view: View): string[] {
  const found = [
    ...repeated(view.messages),
    ...view.messages.flatMap((message) => misplaced(message, view.reader)),
    ...missing(view),
    ...untrue(view),
    ...untold(view),
  ];
  const { groupId, destination } = view.reader;
  return found.map((breach) => `${groupId}, ${destinationId(destination)}: ${breach}`);
}

/** Nothing is posted twice. */
function repeated(messages: readonly SlackMessage[]): string[] {
  const keys = messages.map(({ key }) => key);
  return keys
    .filter((key, index) => keys.indexOf(key) !== index)
    .map((key) => `${key} was posted twice`);
}

/** A reminder is posted from its lead time until the next shorter one, never after the start. */
function misplaced(
  { key, kind, postedAt, byWrongClock }: SlackMessage,
  { leadTimes }: Reader,
): string[] {
  if (kind !== 'reminder' || byWrongClock) return [];
  const [lead = ''] = key.split('/').toReversed();
  const before = (startIn(key) - postedAt.toMillis()) / 60_000;
  const minutes = Number.parseInt(lead, 10);
  const shorter = Math.max(0, ...leadTimes.filter((other) => other < minutes));
  return before > minutes || before <= shorter - 1 || before <= 0
    ? [`${key} was posted ${before} minutes before the start`]
    : [];
}

/** The start in a key, in milliseconds. */
function startIn(key: string): number {
  const [, start = ''] = key.split('/').toReversed();
  const iso = start.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:00Z');
  return Date.parse(iso);
}

/** The calendar at a minute. */
function calendarAt({ calendars }: View, minute: number): readonly TimedMeeting[] {
  return calendars.findLast((calendar) => calendar.minute <= minute)?.meetings ?? [];
}

/** Whenever the bot was undisturbed for long enough while a reminder was due, the reminder is there. */
function missing(view: View): string[] {
  const found: string[] = [];
  const starts = new Map<string, TimedMeeting>();
  for (const { meetings } of view.calendars) {
    for (const meeting of meetings)
      starts.set(`${meeting.id} ${meeting.start.toMillis()}`, meeting);
  }
  const { leadTimes } = view.reader;
  for (const { id, start } of starts.values()) {
    for (const lead of leadTimes) {
      const until = minuteOf(start) - Math.max(0, ...leadTimes.filter((other) => other < lead));
      const window = { from: minuteOf(start) - lead, to: until };
      if (!hadQuiet(view, window, (meeting) => stoodAt(meeting, id, start.toMillis()))) continue;
      const there = view.messages.some(
        ({ key, kind, meetingId }) =>
          kind === 'reminder' &&
          meetingId === id &&
          key.endsWith(`/${lead}m`) &&
          Math.abs(startIn(key) - start.toMillis()) <= NUDGE_MINUTES * 60_000,
      );
      if (!there) found.push(`no reminder of ${id} at ${start}, ${lead} minutes before`);
    }
  }
  return found;
}

function stoodAt(meeting: TimedMeeting, id: string, start: number): boolean {
  return meeting.id === id && meeting.status !== 'cancelled' && meeting.start.toMillis() === start;
}

/** Whether a window has enough healthy minutes in a row in which the calendar had such a meeting. */
function hadQuiet(
  view: View,
  { from, to }: { from: number; to: number },
  has: (meeting: TimedMeeting) => boolean,
): boolean {
  let quiet = 0;
  const enough = Math.min(SETTLED_AFTER_MINUTES, to - from);
  for (let minute = Math.max(0, from); minute < Math.min(to, view.minutes); minute += 1) {
    const fine = view.healthy.has(minute) && calendarAt(view, minute).some(has);
    quiet = fine ? quiet + 1 : 0;
    if (quiet >= enough) return true;
  }
  return false;
}

/** What a message says after a quiet time matches the calendar at its meeting's start. */
function untrue(view: View): string[] {
  return view.messages.flatMap((message) => {
    const last = lastWord(view, message.meetingId);
    if (!last || minuteOf(message.postedAt) > last.settledAt) return [];
    const { meeting } = last;
    const cancelled = meeting.status === 'cancelled';
    const says = message.text;
    if (cancelled !== /^\*?Cancelled:/.test(says)) {
      return [`${message.key} says "${says}", but the meeting is ${meeting.status}`];
    }
    if (cancelled) return [];
    const token = `<!date^${meeting.start.toSeconds()}^`;
    const right = says.includes(token) && says.includes(meeting.title.replaceAll('*', '∗'));
    return right
      ? []
      : [`${message.key} says "${says}", but it is "${meeting.title}" at ${meeting.start}`];
  });
}

/** The final state of the meeting, if the bot had a quiet time with it before its start. */
function lastWord({ calendars, healthy }: View, id: string) {
  const last = calendars.at(-1)?.meetings.find((meeting) => meeting.id === id);
  const changedAt =
    calendars.findLast(({ meetings }, index) => {
      const before = calendars[index - 1]?.meetings.find((meeting) => meeting.id === id);
      return before !== meetings.find((meeting) => meeting.id === id);
    })?.minute ?? 0;
  if (!last) return undefined;
  // A cancelled meeting's time is the last one it was planned for.
  const stood = calendars
    .flatMap(({ meetings }) => meetings.filter((meeting) => meeting.id === id))
    .findLast(({ status }) => status !== 'cancelled');
  const { start } = last.status === 'cancelled' ? (stood ?? last) : last;
  let quiet = 0;
  for (let minute = changedAt; minute < minuteOf(start); minute += 1) {
    quiet = healthy.has(minute) ? quiet + 1 : 0;
    if (quiet >= SETTLED_AFTER_MINUTES) return { meeting: last, settledAt: minute };
  }
  return undefined;
}

/** A cancellation after a reminder gets its own notice. */
function untold(view: View): string[] {
  const { messages } = view;
  const reminded = new Set(
    messages.filter(({ kind }) => kind === 'reminder').map(({ meetingId }) => meetingId),
  );
  return [...reminded].flatMap((id) => {
    const last = lastWord(view, id);
    if (last?.meeting.status !== 'cancelled') return [];
    const told = messages.some((other) => other.kind === 'cancellation' && other.meetingId === id);
    return told ? [] : [`nobody was told that ${id} is cancelled`];
  });
}
