import type { DateTime } from 'luxon';
import type { TimedMeeting } from '../calendar/meeting.ts';
import { inZone } from '../calendar/moment.ts';
import { eachInTurn, type Steps } from '../concurrency/steps.ts';
import { squash } from '../text/similarity.ts';
import { recordingTitle } from './recording-title.ts';
import { titleDates } from './title-dates.ts';
import { type GroupNames, namesReader, type TitleNames } from './title-names.ts';

/** A meeting that took place. */
export type HeldMeeting = Pick<TimedMeeting, 'id' | 'title' | 'regular' | 'start' | 'end'>;

/** Whose videos they are, and which meetings there were. */
export interface MatchingFacts extends GroupNames {
  readonly titleTemplate: string;
  /** The group's zone. */
  readonly zone: string;
  /** All meetings that took place since `knownSince`, and no others. */
  readonly held: readonly HeldMeeting[];
  readonly knownSince: DateTime<true>;
}

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

/** A meeting with what its video's title is compared with. */
export interface IndexedMeeting {
  readonly meeting: HeldMeeting;
  readonly names: TitleNames;
  /** The title that the bot proposes, squashed. */
  readonly expected: string;
  /** The day in the meeting's zone and in the group's. */
  readonly days: readonly Day[];
  /** The day in the first and in the last zone that people upload from. */
  readonly daysAnywhere: readonly Day[];
  /** Start and end in minutes after midnight, in the meeting's zone and in UTC. */
  readonly times: readonly number[];
  readonly startMillis: number;
  readonly endMillis: number;
}

const EASTERNMOST = 'Pacific/Auckland';
const WESTERNMOST = 'Pacific/Honolulu';

/** Works out once what is compared with every video. */
export function indexedMeetings(
  facts: MatchingFacts,
  read = namesReader(facts),
): Steps<readonly IndexedMeeting[]> {
  const known = new Map<string, TitleNames>();
  const namesOf = (title: string) => {
    const names = known.get(title) ?? read(titleDates(title).rest);
    known.set(title, names);
    return names;
  };
  return eachInTurn(facts.held, (meeting) => {
    const { start, end } = meeting;
    return {
      meeting,
      names: namesOf(meeting.title),
      expected: squash(recordingTitle(facts.titleTemplate, meeting)),
      days: [start, inZone(start, facts.zone)].map(dayOf),
      daysAnywhere: [EASTERNMOST, WESTERNMOST].map((zone) => dayOf(inZone(start, zone))),
      times: [start, start.toUTC()].map(({ hour, minute }) => hour * 60 + minute),
      startMillis: start.toMillis(),
      endMillis: end.toMillis(),
    };
  });
}

function dayOf({ year, month, day, weekday }: DateTime<true>): Day {
  return { year, month, day, weekday };
}
