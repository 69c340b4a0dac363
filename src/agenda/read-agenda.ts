import type { DateTime } from 'luxon';
import type { Steps } from '../concurrency/steps.ts';
import { words } from '../text/similarity.ts';
import type { WrittenDay } from '../text/written-dates.ts';
import { type DatedNotes, type DatedSection, DatedSections } from './dated-sections.ts';
import { notesLines } from './notes-lines.ts';
import type { Day } from './section-dates.ts';
import { sectionTopics } from './section-topics.ts';
import { type MeetingNames, namesAnother } from './whose-heading.ts';

/**
 * What a notes document says about a coming meeting. `empty`: nothing is on its agenda yet. `called off`:
 * the notes say that it does not take place. `unclear`: the document can't be understood, which says nothing.
 */
export type Agenda =
  | { readonly kind: 'topics'; readonly topics: readonly string[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'called off' }
  | { readonly kind: 'unclear' };

/** Which meeting's agenda is looked for. */
export interface AgendaRequest extends MeetingNames {
  readonly start: DateTime<true>;
  /** The group's zone. */
  readonly zone: string;
}

const UNCLEAR: Agenda = { kind: 'unclear' };
const CALLED_OFF = /^cancell?(?:ed)?$|^canceled$/u;
// “No” as in “no meeting”.
const DOUBTED = /^(?:skip|skipped|skipping|moved|postponed|rescheduled|delayed|holidays?|no)$/u;
const SAYS_CALLED_OFF =
  /^\W*(?:(?:this |the )?meeting (?:is )?)?(?:cancell?ed|called off|no meeting)\b/iu;
// Someone may have dated the section by their own calendar, or left it where the meeting was moved from.
const NEAR_DAYS = 7;

/** Reads what is on a meeting's agenda from the text of its notes. Never another date's topics. */
export function* readAgenda(
  document: string,
  request: AgendaRequest,
  now: DateTime<true>,
): Steps<Agenda> {
  const sections = new DatedSections([request.title, request.group, ...request.workstreams]);
  for (const line of notesLines(document)) {
    sections.read(line);
    yield;
  }
  return agendaIn(sections.found(now), request, now);
}

function agendaIn(notes: DatedNotes, request: AgendaRequest, now: DateTime<true>): Agenda {
  const { start, zone } = request;
  const wanted = [start, start.setZone(zone)];
  const isWanted = (day: WrittenDay) => wanted.some((at) => isDay(day, at));
  const found = notes.sections.filter(({ days }) => days.some(isWanted));
  if (found.length === 0) {
    const near = notes.sections.some(({ days }) => days.some((day) => isNear(day, start, now)));
    const isDoubtful = near || notes.doubtful.some(isWanted) || notes.sections.length === 0;
    return isDoubtful ? UNCLEAR : { kind: 'empty' };
  }
  const sure = found.filter(({ days, heading: { weekday } }) => {
    return days.every(isWanted) && (weekday === undefined || weekday === start.weekday);
  });
  const own = sure.filter(({ heading }) => !namesAnother(heading.words, request));
  return sure.length < found.length || own.length === 0 ? UNCLEAR : agendaOf(own, request.title);
}

/** A document may have a table of contents, or several meetings on a day. */
function agendaOf(sections: readonly DatedSection[], title: string): Agenda {
  const written = sections.filter(({ lines }) => lines.length > 0);
  const own = written.length > 1 ? written.filter((section) => isNamed(section, title)) : written;
  const [section, another] = own;
  if (another !== undefined || (section === undefined && written.length > 0)) return UNCLEAR;
  const heading = section ?? sections[0];
  if (heading?.heading.words.some((word) => CALLED_OFF.test(word))) return { kind: 'called off' };
  if (heading?.heading.words.some((word) => DOUBTED.test(word))) return UNCLEAR;
  const topics = sectionTopics(section?.lines ?? []);
  if (topics === undefined) return UNCLEAR;
  if (topics.some((topic) => SAYS_CALLED_OFF.test(topic))) return { kind: 'called off' };
  return topics.length === 0 ? { kind: 'empty' } : { kind: 'topics', topics };
}

/** Whether all words of a meeting's name that are not in every heading stand in this one. */
function isNamed({ heading }: DatedSection, title: string): boolean {
  const said = new Set(heading.words);
  return said.size > 0 && words(title).every((word) => said.has(word));
}

function isDay({ year, month, day }: WrittenDay, at: DateTime): boolean {
  return (year === undefined || year === at.year) && month === at.month && day === at.day;
}

/** Whether a section may be the meeting's although its date is another one. */
function isNear(day: Day, start: DateTime<true>, now: DateTime<true>): boolean {
  const [at, today, wanted] = [day, now, start].map(dayNumber);
  if (at === undefined || today === undefined || wanted === undefined) return false;
  return Math.abs(at - wanted) === 1 || (at >= today && at <= wanted + NEAR_DAYS);
}

function dayNumber({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
