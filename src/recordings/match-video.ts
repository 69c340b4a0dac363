import type { DateTime } from 'luxon';
import { inZone } from '../calendar/moment.ts';
import { atOnce, type Steps } from '../concurrency/steps.ts';
import { cleanLine } from '../text/plain.ts';
import { squash } from '../text/similarity.ts';
import type { WrittenDate, WrittenDay } from '../text/written-dates.ts';
import {
  type Day,
  type IndexedMeeting,
  indexedMeetings,
  type MatchingFacts,
} from './held-meetings.ts';
import { type Agreement, agreement } from './title-agreement.ts';
import { type TitleDates, titleDates } from './title-dates.ts';
import { namesReader, type TitleNames } from './title-names.ts';
import type { Video } from './video.ts';

/**
 * Which meeting a video shows. `uncertain`: it may be one of these, and only a person can tell; nothing
 * may be concluded from it.
 */
export type VideoMatch =
  | { readonly kind: 'matched'; readonly meetingId: string; readonly part: number | undefined }
  | { readonly kind: 'uncertain'; readonly meetingIds: readonly string[] }
  | { readonly kind: 'none' };

const NONE: VideoMatch = { kind: 'none' };

// YouTube allows 100 characters.
const MAX_TITLE = 300;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// A stream may be published a little before its meeting starts, a recording never is.
const EARLIEST = HOUR;
// A date without a year is taken for the last such day.
const YEARLESS = 300 * DAY;
const UNDATED = 14 * DAY;
// Someone joins and starts the recording before the meeting does.
const RECORDED_BEFORE = HOUR / 4;
// Nobody uploads a recording more than about a year late.
const MAX_LATE = { days: 400 };

interface Fitting {
  readonly indexed: IndexedMeeting;
  readonly fit: DateFit;
  readonly how: Agreement;
}

/** `exact`: the date in the meeting's or the group's zone. `near`: the date in somebody's zone. */
type DateFit = 'exact' | 'near';

/** Tells which meeting a video shows. A wrong answer is worse than none. */
export function videoMatcher(facts: MatchingFacts): MatchVideo {
  return atOnce(matcherInSteps(facts));
}

type MatchVideo = (video: Video) => VideoMatch;

/** The same in steps, for a thread in which others wait. */
export function* matcherInSteps(facts: MatchingFacts): Steps<MatchVideo> {
  const read = namesReader(facts);
  const held = yield* indexedMeetings(facts, read);
  yield;
  const byTitle = Map.groupBy(held, ({ expected }) => expected);
  yield;
  const byDay = meetingsByDay(held);

  return ({ title: whole, publishedAt }) => {
    const title = cleanLine(whole.slice(0, MAX_TITLE));
    const published = publishedAt?.toMillis();
    const isOver = ({ startMillis }: IndexedMeeting) =>
      published === undefined || startMillis < published + EARLIEST;
    const said = titleDates(title);
    const asProposed = byTitle.get(squash(title))?.filter(isOver) ?? [];
    const [only] = asProposed;
    if (only && asProposed.length === 1) return matched(only, said);
    const names = read(said.rest);
    if (said.dates.length === 0) return undated(names, held.filter(isOver), published);
    const around = said.dates
      .flatMap(({ readings }) => readings)
      .flatMap(({ month, day }) => byDay.get(monthAndDay(month, day)) ?? []);
    const before = [...new Set(around)].filter(isOver);
    const match = choose(fittings(names, said, before, published), said);
    const doubtful = said.severalDays || isUnknowable(said.dates, facts, publishedAt);
    return match.kind === 'matched' && doubtful
      ? { kind: 'uncertain', meetingIds: [match.meetingId] }
      : match;
  };
}

/** The meetings that could be meant by a month and a day, in any zone. */
function meetingsByDay(held: readonly IndexedMeeting[]): ReadonlyMap<string, IndexedMeeting[]> {
  const days = held.flatMap((indexed) =>
    [...indexed.days, ...indexed.daysAnywhere].map(({ month, day }) => ({
      key: monthAndDay(month, day),
      indexed,
    })),
  );
  const grouped = Map.groupBy(days, ({ key }) => key);
  return new Map([...grouped].map(([key, found]) => [key, found.map(({ indexed }) => indexed)]));
}

function monthAndDay(month: number, day: number): string {
  return `${month}/${day}`;
}

/** The meetings of the date, and how well their names agree. */
function fittings(
  names: TitleNames,
  said: TitleDates,
  held: readonly IndexedMeeting[],
  published: number | undefined,
): Fitting[] {
  const ofDate = held.flatMap((indexed) => {
    const fit = dateFit(said, indexed, published);
    return fit === undefined ? [] : [{ indexed, fit }];
  });
  const momentous = said.dates.some(({ moment }) => moment !== undefined);
  const alone = ofDate.length === 1;
  return ofDate.map(({ indexed, fit }) => {
    const { regular } = indexed.meeting;
    const how = agreement(names, indexed.names, { regular, alone, momentous });
    return { indexed, fit, how };
  });
}

/** Chooses by name among the meetings of the date. */
function choose(fitting: readonly Fitting[], said: TitleDates): VideoMatch {
  const same = fitting.filter(({ how }) => how === 'same');
  const sure = atSaidTime(same, said);
  const best = sure.length > 0 ? sure : fitting.filter(({ how }) => how === 'close');
  const [first, second] = best;
  if (first === undefined) return uncertain(fitting.filter(({ how }) => how === 'perhaps'));
  if (second !== undefined) return uncertain(best);
  if (first.fit === 'exact') return matched(first.indexed, said);
  // A neighbouring day, which it is in some zone, counts only when nothing else could be meant.
  const onTheDay = fitting.some(({ fit, how }) => fit === 'exact' && how !== 'no');
  const isClear = said.dates.every(({ readings }) => readings.length === 1);
  return isClear && !onTheDay && first.how === 'same'
    ? matched(first.indexed, said)
    : uncertain([first]);
}

/** Of several meetings on a day, the one at the time of day in the title, if there is such a one. */
function atSaidTime(fitting: readonly Fitting[], { times }: TitleDates): readonly Fitting[] {
  if (fitting.length < 2) return fitting;
  const at = fitting.filter(({ indexed }) => indexed.times.some((time) => times.includes(time)));
  return at.length > 0 ? at : fitting;
}

/** Whether a date of a title can be that of a meeting: in its own zone, or in anybody's. */
function dateFit(
  { dates, weekday }: TitleDates,
  { days, daysAnywhere, startMillis, endMillis }: IndexedMeeting,
  published: number | undefined,
): DateFit | undefined {
  const moments = dates.flatMap(({ moment }) => moment?.toMillis() ?? []);
  if (moments.length > 0) {
    const isDuring = (at: number) => at >= startMillis - RECORDED_BEFORE && at < endMillis;
    return moments.some(isDuring) ? 'exact' : undefined;
  }
  const isRecent = published !== undefined && published < startMillis + YEARLESS;
  const written = dates
    .flatMap(({ readings }) => readings)
    .filter(({ year }) => year !== undefined || isRecent);
  const isOn = (day: Day) =>
    (weekday === undefined || day.weekday === weekday) && written.some((one) => isDay(one, day));
  if (days.some(isOn)) return 'exact';
  return daysAnywhere.some(isOn) ? 'near' : undefined;
}

function isDay({ year, month, day }: WrittenDay, on: Day): boolean {
  return on.month === month && on.day === day && (year === undefined || on.year === year);
}

/** Whether a date may as well be one of which it is not known whether there was a meeting. */
function isUnknowable(
  dates: readonly WrittenDate[],
  { knownSince, zone }: MatchingFacts,
  publishedAt: DateTime<true> | undefined,
): boolean {
  const since = inZone(knownSince, zone).toISODate();
  const from = (publishedAt ?? knownSince).minus(MAX_LATE).toISODate();
  return dates
    .filter(({ readings }) => readings.length > 1)
    .flatMap(({ readings }) => readings)
    .flatMap(({ year, month, day }) =>
      year === undefined ? [] : `${year}-${pad(month)}-${pad(day)}`,
    )
    .some((day) => day >= from && day < since);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** Without a date it can be the last meeting of its name, or an older one that was uploaded late. */
function undated(
  names: TitleNames,
  held: readonly IndexedMeeting[],
  published: number | undefined,
): VideoMatch {
  const saysNothing = !names.own && names.words.size === 0;
  if (published === undefined || saysNothing) return NONE;
  const possible = held
    .filter(({ startMillis }) => startMillis > published - UNDATED)
    .filter(({ meeting: { regular }, names: own }) => {
      const facts = { regular, alone: false, momentous: false };
      return agreement(names, own, facts) === 'same';
    });
  return uncertain(possible.map((indexed) => ({ indexed })));
}

function matched({ meeting }: IndexedMeeting, { part }: TitleDates): VideoMatch {
  return { kind: 'matched', meetingId: meeting.id, part };
}

function uncertain(fitting: readonly { readonly indexed: IndexedMeeting }[]): VideoMatch {
  if (fitting.length === 0) return NONE;
  return { kind: 'uncertain', meetingIds: fitting.map(({ indexed }) => indexed.meeting.id) };
}
