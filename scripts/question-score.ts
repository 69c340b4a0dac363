import { DateTime } from 'luxon';
import { parse } from 'yaml';
import { z } from 'zod';
import type { TimedMeeting } from '../src/calendar/meeting.ts';
import type { CommandContext } from '../src/commands/command.ts';
import { dispatch } from '../src/commands/dispatch.ts';
import { commands } from '../src/commands/index.ts';
import { keptAnswers } from '../src/commands/kept-answers.ts';
import { questionFinder } from '../src/commands/question-finder.ts';
import { regularMeeting } from '../src/group/published-meetings.ts';
import type { Group } from '../src/group/schema.ts';

/** A question and its right answers, such as `howto upload`, `a + b` or `unknown`. */
export interface Labelled {
  readonly text: string;
  readonly right: readonly string[];
}

export interface Score {
  readonly answerable: number;
  readonly right: number;
  readonly unanswerable: number;
  /** Unanswerable questions that got an answer. */
  readonly wrong: number;
  readonly misses: readonly {
    readonly text: string;
    readonly got: string;
    readonly right: string;
  }[];
}

const schema = z.record(z.string(), z.array(z.string()));

/** Reads a file of questions, listed under their answers; `|` separates answers that are all right. */
export function readLabelled(yaml: string): Labelled[] {
  return Object.entries(schema.parse(parse(yaml))).flatMap(([answers, texts]) =>
    texts.map((text) => ({ text, right: answers.split(' | ') })),
  );
}

/** Asks them all, as a member would, with these meetings ahead. */
export async function score(labelled: readonly Labelled[], group: Group): Promise<Score> {
  const context = contextFor(group);
  const asked = await Promise.all(
    labelled.map(async ({ text, right }) => {
      const { command, message } = await dispatch(text, context);
      const wanted = await Promise.all(right.map((answer) => wordsOf(answer, context)));
      const isRight = wanted.some((words) => inAnyOrder(words) === inAnyOrder(message.text));
      return { text, right, got: `${command}: ${message.text.slice(0, 60)}`, isRight };
    }),
  );
  const misses = asked.filter(({ isRight }) => !isRight);
  const unanswerable = asked.filter(({ right }) => right.includes('unknown'));
  const wrong = misses.filter(({ right }) => right.includes('unknown')).length;
  const answerable = asked.length - unanswerable.length;
  return {
    answerable,
    right: answerable - (misses.length - wrong),
    unanswerable: unanswerable.length,
    wrong,
    misses: misses.map(({ text, right, got }) => ({ text, got, right: right.join(' | ') })),
  };
}

/** Two answers may be in either order. */
function inAnyOrder(words: string): string {
  return words.split('\n').toSorted().join('\n');
}

/** The command of an answer, or the commands of both answers. */
async function wordsOf(answer: string, context: CommandContext): Promise<string> {
  const both = await Promise.all(answer.split(' + ').map((command) => dispatch(command, context)));
  return both.map(({ message }) => message.text).join('\n');
}

function contextFor(group: Group): CommandContext {
  const { zone } = group;
  const title = regularMeeting(group)?.title ?? group.name;
  const now = DateTime.fromISO('2026-12-01T10:00', { zone });
  if (!now.isValid) throw new Error(`Not a time zone: ${zone}`);
  const meetings = [title, 'Autoscaling workstream sync', 'Deep dive on disaggregated prefill'].map(
    (name, index): TimedMeeting => ({
      id: String(index),
      title: name,
      status: 'confirmed',
      regular: index === 0,
      description: '',
      allDay: false,
      start: now.plus({ days: index + 1 }),
      end: now.plus({ days: index + 1, hours: 1 }),
    }),
  );
  return {
    now,
    group,
    calendar: {
      kind: 'read',
      meetings,
      unreadable: new Set(),
      readAt: now,
      source: 'api',
      failing: false,
    },
    commands,
    slashCommand: '/wg-serving',
    find: questionFinder(
      commands,
      group,
      meetings.map((meeting) => meeting.title),
    ),
    reminders: {
      upcoming: async () => [],
      posted: async () => [],
      permalink: () => '',
    },
    subscriptions: {
      of: async () => [],
      all: async () => [],
      demand: async () => [],
      set: async () => {},
      stop: async () => {},
      pause: async () => {},
      resume: async () => {},
      forgetPaused: async () => {},
      forget: async () => {},
    },
    recordings: {
      state: () => ({ recordings: [], uncertain: [], playlists: undefined, failing: false }),
      note: async () => {},
    },
    agendas: {
      of: () => ({ kind: 'unknown' }),
      proposals: () => [],
      setDone: async () => {},
      forget: async () => {},
    },
    personalData: {
      reminders: async () => [],
      chosenGroup: async () => undefined,
      forget: async () => {},
    },
    groups: [group],
    scheduled: { lastZoneOf: async () => undefined },
    kept: keptAnswers(),
    problems: [],
    asker: { userId: 'U0MEMBER', isOrganizer: false },
    place: 'private',
    organizersChannel: undefined,
  };
}

/** The score as text, with each miss. */
export function summary({ answerable, right, unanswerable, wrong, misses }: Score): string {
  const lines = misses.map(
    ({ text, got, right: wanted }) => `  ${text}\n    ${got}, not ${wanted}`,
  );
  return [
    `  right first answers: ${right} of ${answerable} (${percent(right / answerable)})`,
    `  wrong answers to unanswerable ones: ${wrong} of ${unanswerable} (${percent(wrong / unanswerable)})`,
    ...lines,
    '',
  ].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
