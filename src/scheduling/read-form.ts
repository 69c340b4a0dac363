import { type DateTime, IANAZone } from 'luxon';
import { addressOf, addressText } from '../calendar/links/address.ts';
import { documentAt } from '../calendar/links/documents.ts';
import type { Group, Workstream } from '../group/schema.ts';
import { cleanLine } from '../text/plain.ts';
import { type Entered, type InputErrors, WHICH } from './form.ts';
import { readLength } from './length.ts';
import { instantsAt } from './local-time.ts';
import { type MeetingPlan, type PlannedHost, REPEATS, type Repeats } from './plan.ts';

const MAX_TITLE = 150;
const MAX_LINK = 500;
// As far ahead as the bot reads the calendar, so that it can see the meeting there.
const MAX_DAYS_AHEAD = 290;

export type FormResult =
  | { readonly kind: 'plan'; readonly plan: MeetingPlan }
  | { readonly kind: 'errors'; readonly errors: InputErrors }
  /** Clocks show this time twice that day: which one is meant? */
  | { readonly kind: 'ask which'; readonly instants: readonly DateTime<true>[] };

type Read<T> = { readonly value: T } | { readonly error: string };

/** Reads what someone entered. Nothing that comes from a form is trusted, whatever its inputs allow. */
export function readForm(entered: Entered, group: Group, now: DateTime<true>): FormResult {
  const stream = group.workstreams.find(({ name }) => name === entered.workstream);
  const title = readTitle(entered.title, stream, group);
  const length = readLength(entered.length ?? '');
  const notes = readNotes(entered.notes, stream, group);
  const start = readStart(entered, now);
  const errors = {
    ...errorIn('title', title),
    ...errorIn('length', length),
    ...errorIn('notes', notes),
    ...('errors' in start ? start.errors : {}),
  };
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors };
  if ('instants' in start) return { kind: 'ask which', instants: start.instants };
  if (!('start' in start && 'value' in title && 'value' in length && 'value' in notes)) {
    return { kind: 'errors', errors };
  }
  return {
    kind: 'plan',
    plan: {
      title: title.value,
      start: start.start,
      minutes: length.value,
      repeats: readRepeats(entered.repeats),
      notes: notes.value,
      host: readHost(entered.host, group),
    },
  };
}

function errorIn(input: keyof InputErrors, read: Read<unknown>): InputErrors {
  return 'error' in read ? { [input]: read.error } : {};
}

function readTitle(
  typed: string | undefined,
  stream: Workstream | undefined,
  group: Group,
): Read<string> {
  const title = cleanLine(typed ?? '');
  if (title.length > MAX_TITLE) {
    const length = title.length.toLocaleString('en-US');
    return {
      error: `A title has at most ${MAX_TITLE} characters; this one has ${length}. The rest fits into the notes.`,
    };
  }
  if (title !== '') return { value: title };
  if (stream) return { value: `${group.name} ${stream.name}` };
  return { error: 'Type a title, or choose a workstream.' };
}

function readNotes(
  typed: string | undefined,
  stream: Workstream | undefined,
  group: Group,
): Read<string | undefined> {
  if (typed === undefined || typed.trim() === '') return { value: stream?.doc };
  const url = typed.length <= MAX_LINK ? addressOf(typed) : undefined;
  if (!url) return { error: 'This is no link to a document. Copy it from the browser.' };
  const address = addressText(url);
  const known = [
    ...group.workstreams.map(({ doc }) => doc),
    ...group.meetings.map((one) => one.agenda),
  ];
  if (documentAt(url) !== 'document' && !known.includes(address)) {
    return {
      error:
        'This link is no document that people can write notes in, such as a Google Doc or a HackMD page.',
    };
  }
  return { value: address };
}

type StartResult =
  | { readonly start: DateTime<true> }
  | { readonly instants: readonly DateTime<true>[] }
  | { readonly errors: InputErrors };

function readStart(
  { date = '', time = '', zone = '', which }: Entered,
  now: DateTime<true>,
): StartResult {
  if (!IANAZone.isValidZone(zone)) return { errors: { zone: 'Choose a time zone.' } };
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return { errors: { date: 'Choose a date.' } };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { errors: { time: 'Choose a time.' } };
  const instants = instantsAt(date, time, zone);
  const [first] = instants;
  if (!first) {
    return {
      errors: {
        time: 'Clocks in this zone skip this time on that day: they go forward. Choose another time.',
      },
    };
  }
  const start = instants.length === 1 ? first : instants[WHICH.indexOf(which ?? '')];
  // Whichever is meant, it is over.
  if ((instants.at(-1) ?? first) <= now) return { errors: pastError(first, now) };
  if (!start) return { instants };
  if (start <= now) return { errors: pastError(start, now) };
  if (start > now.plus({ days: MAX_DAYS_AHEAD })) {
    return {
      errors: { date: 'This is too far ahead: I look at the calendar for the next nine months.' },
    };
  }
  return { start };
}

function pastError(start: DateTime<true>, now: DateTime<true>): InputErrors {
  const sameDay = start.toISODate() === now.setZone(start.zoneName).toISODate();
  return sameDay
    ? { time: 'This time is over in that zone. Choose a later one.' }
    : { date: 'This date is in the past. Choose a later one.' };
}

function readRepeats(typed: string | undefined): Repeats {
  return REPEATS.find((one) => one === typed) ?? 'once';
}

function readHost(typed: string | undefined, { organizers }: Group): PlannedHost {
  if (typed === 'me') return { kind: 'me' };
  const organizer = organizers.find(({ github }) => `organizer ${github}` === typed);
  return organizer ? { kind: 'organizer', github: organizer.github } : { kind: 'open' };
}
