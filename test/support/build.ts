import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import pino, { type Logger } from 'pino';
import type { AllDayMeeting, Meeting, TimedMeeting } from '../../src/calendar/meeting.ts';
import type { CalendarState } from '../../src/calendar/snapshot.ts';
import type { CommandContext } from '../../src/commands/command.ts';
import { commands } from '../../src/commands/index.ts';
import { keptAnswers } from '../../src/commands/kept-answers.ts';
import type { ChannelReminders, PersonalData } from '../../src/commands/ports.ts';
import { cachedQuestionFinder } from '../../src/commands/question-finder.ts';
import { OWN_GROUP_FILE } from '../../src/group/load.ts';
import { parseGroup } from '../../src/group/parse.ts';
import { type Group, type GroupFile, group as groupFile } from '../../src/group/schema.ts';
import type { Subscriptions } from '../../src/reminders/ports.ts';
import type { PersonalSubscription } from '../../src/reminders/subscription.ts';

export const PACIFIC = 'America/Los_Angeles';

/** A moment: `2026-12-02T09:00` is local to the group's zone, `…Z` is UTC. */
export function at(text: string, zone = PACIFIC): DateTime<true> {
  const moment = DateTime.fromISO(text, { zone });
  if (!moment.isValid) throw new Error(`not a moment: ${text}`);
  return moment;
}

/** The group that the project ships, as it was while it was active, with changes. */
export function group(changes: Partial<Group> = {}): Group {
  const result = parseGroup(readFileSync(OWN_GROUP_FILE, 'utf8'));
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return { ...result.group, status: 'active', ...changes };
}

/** A group as this file would describe it. */
export function groupOf(file: GroupFile): Group {
  return groupFile.parse(file);
}

/** The regular meeting of the group that the project ships, which publishes everything about it. */
export function regular() {
  const [meeting] = group().meetings;
  const { when, join, agenda } = meeting ?? {};
  if (!meeting || when?.kind !== 'weekly' || !join || !agenda) {
    throw new Error(
      'the shipped group file publishes less about its meeting than the tests expect',
    );
  }
  return { ...meeting, when, join, agenda };
}

/** The calendar of the group that the project ships. */
export function shippedCalendar() {
  const { id, page } = group().calendar ?? {};
  if (!id || !page) throw new Error('the shipped group file names no calendar and page');
  return { id, page };
}

/** A one-hour meeting that starts at `start`. */
export function meeting(start: string, changes: Partial<TimedMeeting> = {}): TimedMeeting {
  const begin = at(start);
  return {
    id: `meeting-${start}`,
    title: 'WG Serving Weekly Meeting',
    status: 'confirmed',
    regular: true,
    joinLink: 'https://zoom.us/j/1?pwd=a',
    agendaLink: 'https://docs.google.com/document/d/a/edit',
    description: '',
    allDay: false,
    start: begin,
    end: begin.plus({ hours: 1 }),
    ...changes,
  };
}

export function allDay(startDate: string, endDate: string, title = 'KubeCon'): AllDayMeeting {
  return {
    id: `day-${startDate}`,
    title,
    status: 'confirmed',
    regular: false,
    description: '',
    allDay: true,
    startDate,
    endDate,
  };
}

/** A calendar read at `readAt`. */
export function readCalendar(
  meetings: readonly Meeting[],
  readAt: DateTime<true>,
  failing = false,
): Extract<CalendarState, { kind: 'read' }> {
  return { kind: 'read', meetings, unreadable: new Set(), readAt, source: 'api', failing };
}

/** A logger and the lines that it has written. */
export function memoryLogger(): { logger: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => lines.push(JSON.parse(line));
  return { logger: pino({ level: 'trace', base: null }, { write }), lines };
}

export const silent: Logger = pino({ level: 'silent' });

/** An empty ledger, as commands see it. */
export const noReminders: ChannelReminders = {
  upcoming: async () => [],
  posted: async () => [],
  permalink: ({ channel, ts }) => `https://sandbox.slack.com/archives/${channel}/p${ts}`,
};

/** Nothing is known of any recording. */
export const noRecordings: CommandContext['recordings'] = {
  state: () => ({ recordings: [], uncertain: [], playlists: undefined, failing: false }),
  note: async () => {},
};

/** Nothing is known of any agenda. */
export const noAgendas: CommandContext['agendas'] = {
  of: () => ({ kind: 'unknown' }),
  proposals: () => [],
  setDone: async () => {},
  forget: async () => {},
};

/** Subscriptions in memory. */
export function memorySubscriptions(...given: PersonalSubscription[]): Subscriptions {
  let kept = given;
  const others = (userId: string) => kept.filter((one) => one.userId !== userId);
  return {
    of: async (userId) => kept.filter((one) => one.userId === userId),
    all: async () => kept,
    demand: async () => kept.map(({ about, leadTimes }) => ({ about, leadTimes, count: 1 })),
    async set(wanted) {
      kept = kept.filter(({ userId, about }) => userId !== wanted.userId || about !== wanted.about);
      if (wanted.leadTimes.length > 0) kept.push(wanted);
    },
    async stop(userId) {
      kept = others(userId);
    },
    pause: async () => {},
    resume: async () => {},
    forgetPaused: async () => {},
    async forget(userId) {
      kept = others(userId);
    },
  };
}

/** What a group has about people, as commands see it. */
export function personalDataOf(subscriptions: Subscriptions, { name }: Group): PersonalData {
  return {
    async reminders(userId) {
      const wanted = await subscriptions.of(userId);
      return wanted.length > 0 ? [{ groupName: name, wanted }] : [];
    },
    chosenGroup: async () => undefined,
    forget: (userId) => subscriptions.forget(userId),
  };
}

/** What a command knows when a member asks, with `changes` applied. */
export function requestContext(
  now: DateTime<true>,
  calendar: CalendarState,
  changes: Partial<CommandContext> = {},
): CommandContext {
  const facts = changes.group ?? group();
  const listed = changes.commands ?? commands;
  const subscriptions = changes.subscriptions ?? memorySubscriptions();
  const find = cachedQuestionFinder(listed, facts);
  return {
    now,
    calendar,
    kept: keptAnswers(),
    group: facts,
    commands: listed,
    slashCommand: '/wg-serving',
    find: (text, before) => find(calendar.kind === 'read' ? calendar.meetings : [])(text, before),
    conversation: undefined,
    reminders: noReminders,
    recordings: noRecordings,
    agendas: noAgendas,
    subscriptions,
    personalData: personalDataOf(subscriptions, facts),
    groups: [facts],
    scheduled: { lastZoneOf: async () => undefined },
    problems: [],
    asker: { userId: 'U0MEMBER', isOrganizer: false },
    place: 'slash command',
    organizersChannel: undefined,
    ...changes,
  };
}
