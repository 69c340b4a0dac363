import type { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { CalendarState } from '../../src/calendar/snapshot.ts';
import type { CommandContext } from '../../src/commands/command.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { commands } from '../../src/commands/index.ts';
import { keptAnswers } from '../../src/commands/kept-answers.ts';
import type { ChannelReminders } from '../../src/commands/ports.ts';
import { cachedQuestionFinder } from '../../src/commands/question-finder.ts';
import type { Group } from '../../src/group/schema.ts';
import { homeTab } from '../../src/home/home-tab.ts';
import type { Problem } from '../../src/problems.ts';
import {
  allDay,
  at,
  group,
  meeting,
  memorySubscriptions,
  noReminders,
  readCalendar,
  requestContext,
} from '../support/build.ts';

const wgServing = group();

/** Every command as it is typed, with each kind of arguments that it takes, and questions. */
const TEXTS = [
  ...commands.map(({ name }) => name),
  ...['next autoscaling', 'next-meeting weekly', 'last autoscaling', 'upcoming 20', 'upcoming 0'],
  ...['workstreams DRA', 'workstream nothing', 'howto upload', 'howto nothing', 'about subproject'],
  ...['help next-meeting', 'remind me 15m', 'remind off', 'forget me', 'nxt-meeting', 'xyzzy'],
  ...['when is the next meeting?', 'where is the autoscaling doc?', 'who organizes this and when?'],
  ...['what was decided about DRA', 'thanks', 'ask who runs this?', 'remind me before it'],
];

const calendarAt = (readAt: DateTime<true>, failing = false) =>
  readCalendar(
    [
      meeting('2026-11-25T09:00'),
      meeting('2026-12-02T09:00'),
      meeting('2026-12-02T09:30:20', {
        id: 'odd',
        title: 'Autoscaling sync',
        regular: false,
        end: at('2026-12-02T09:31:40'),
      }),
      meeting('2026-12-03T09:00', {
        id: 'draft',
        status: 'cancelled',
        deleted: true,
        title: 'Draft',
      }),
      allDay('2026-12-02', '2026-12-04'),
      meeting('2026-12-16T09:00'),
    ],
    readAt,
    failing,
  );

const posted: Awaited<ReturnType<ChannelReminders['posted']>> = [
  {
    kind: 'reminder',
    leadMinutes: 10,
    key: 'k',
    meetingId: 'draft',
    destination: { kind: 'channel', channelId: 'C1' },
    channel: 'C1',
    ts: '1.1',
    asOf: at('2026-12-01T09:00'),
    postedAt: at('2026-12-01T09:00'),
    editUnsettled: false,
    ...(() => {
      const details = {
        title: 'Draft',
        start: at('2026-12-03T09:00'),
        end: at('2026-12-03T10:00'),
        tentative: false,
        cancelled: false,
      };
      return { original: details, shown: details };
    })(),
  },
];

interface Moment {
  readonly now: DateTime<true>;
  readonly calendar: CalendarState;
  readonly changes?: Partial<CommandContext>;
}

const READ = at('2026-12-02T08:59:30');
const SNAPSHOT = calendarAt(READ);
const LATER = calendarAt(at('2026-12-02T09:30:30'));
const organizer = { userId: 'U0ORGANIZER', isOrganizer: true };
const problem: Problem = {
  cause: 'calendar',
  what: 'It is broken',
  advice: 'Mend it.',
  since: READ,
};

/** One after another: what is kept from one must not be told at the next if anything has changed. */
const MOMENTS: readonly Moment[] = [
  { now: READ, calendar: { kind: 'never read', failing: false } },
  { now: READ, calendar: { kind: 'never read', failing: true } },
  { now: READ, calendar: { kind: 'not published' } },
  ...[
    '08:59:59.999',
    '09:00',
    '09:00:00.001',
    '09:00:59',
    '09:29:29.999',
    '09:29:30',
    '09:30:19.999',
  ]
    .concat(['09:30:20', '09:30:21', '09:31:39.999', '09:31:40', '09:59:59', '10:00', '09:00:30'])
    .map((time) => ({ now: at(`2026-12-02T${time}`), calendar: SNAPSHOT })),
  { now: at('2026-12-02T09:30:40'), calendar: { ...SNAPSHOT, failing: true } },
  { now: at('2026-12-02T09:30:40'), calendar: SNAPSHOT },
  { now: at('2026-12-02T09:30:40'), calendar: LATER },
  { now: at('2026-12-02T09:30:40'), calendar: { ...LATER, failing: true } },
  { now: at('2026-12-02T09:30:40'), calendar: { ...LATER, readAt: at('2026-12-02T09:30:35') } },
  { now: at('2026-12-02T09:30:40'), calendar: LATER, changes: { asker: organizer } },
  { now: at('2026-12-02T09:30:40'), calendar: LATER, changes: { place: 'channel' } },
  {
    now: at('2026-12-02T09:30:40'),
    calendar: LATER,
    changes: { reminders: { ...noReminders, posted: async () => posted } },
  },
  { now: at('2026-12-02T09:30:40'), calendar: LATER },
  {
    now: at('2026-12-02T09:30:40'),
    calendar: LATER,
    changes: {
      subscriptions: memorySubscriptions({ userId: 'U0MEMBER', about: undefined, leadTimes: [60] }),
    },
  },
  {
    now: at('2026-12-02T09:30:40'),
    calendar: LATER,
    changes: { asker: organizer, problems: [problem] },
  },
  { now: at('2026-12-02T09:30:40'), calendar: { ...LATER, source: 'feed' } },
  { now: at('2026-12-02T09:30:40'), calendar: { ...LATER, meetings: LATER.meetings.slice(2) } },
  { now: at('2026-12-14T00:00:00'), calendar: LATER },
  {
    now: at('2026-12-14T00:00:00'),
    calendar: LATER,
    changes: { group: group({ name: 'WG Another' }) },
  },
  { now: at('2026-12-14T00:00:00'), calendar: LATER, changes: { slashCommand: '/other' } },
];

const finders = new Map<string, CommandContext['find']>();

/** Each index is built once, or this would take minutes. */
function finderOf(facts: Group, calendar: CalendarState): CommandContext['find'] {
  const meetings = calendar.kind === 'read' ? calendar.meetings : [];
  const key = `${facts.name} ${meetings.map(({ title }) => title)}`;
  const known = finders.get(key) ?? cachedQuestionFinder(commands, facts)(meetings);
  finders.set(key, known);
  return known;
}

describe('an answer that is kept', () => {
  it.each(TEXTS)('says what one made at that moment says: %s', async (text) => {
    const kept = keptAnswers();
    for (const { now, calendar, changes } of MOMENTS) {
      const find = (asked: string) => finderOf(changes?.group ?? wgServing, calendar)(asked);
      const context = (own: Partial<CommandContext>) =>
        requestContext(now, calendar, { group: wgServing, find, ...changes, ...own });
      const wanted = JSON.stringify(await dispatch(text, context({})));
      // Twice: made or kept from before, and certainly kept.
      for (const turn of ['first', 'again']) {
        const answer = JSON.stringify(await dispatch(text, context({ kept })));
        expect(answer, `${turn} at ${now.toISO()}`).toBe(wanted);
      }
    }
  });

  it('is part of a Home tab that shows what one made at that moment shows', async () => {
    const kept = keptAnswers();
    for (const { now, calendar, changes } of MOMENTS) {
      const context = (own: Partial<CommandContext>) =>
        requestContext(now, calendar, { group: wgServing, ...changes, ...own });
      const wanted = JSON.stringify(await homeTab(context({})));
      expect(JSON.stringify(await homeTab(context({ kept }))), `at ${now.toISO()}`).toBe(wanted);
    }
  });

  it('is the same object for whoever asks, by whatever way and name', async () => {
    const kept = keptAnswers();
    const ask = (text: string, changes: Partial<CommandContext>) =>
      dispatch(text, requestContext(READ, LATER, { kept, group: wgServing, ...changes }));
    const { message } = await ask('next-meeting', {});
    const others = [
      await ask('next', { asker: organizer }),
      await ask('when is the next meeting?', { place: 'channel' }),
    ];
    expect(others.map((other) => other.message)).toEqual([message, message]);
    for (const other of others) expect(other.message).toBe(message);
    const home = await homeTab(requestContext(READ, LATER, { kept, group: wgServing }));
    expect(home[0]).toBe(message.blocks[0]);
  });

  it('tells of a draft once the channel has heard of it', async () => {
    const kept = keptAnswers();
    const ask = (changes: Partial<CommandContext>) =>
      dispatch('upcoming 20', requestContext(READ, LATER, { kept, group: wgServing, ...changes }));
    expect((await ask({})).message.text).not.toContain('Draft');
    const reminders = { ...noReminders, posted: async () => posted };
    expect((await ask({ reminders })).message.text).toContain('Draft');
  });
});

it.each(commands.map((command) => [command.name, command] as const))(
  '%s says the same to all unless it answers from what is about the asker, the ledger or the bot',
  (_, command) => {
    const context = requestContext(READ, LATER, { group: wgServing });
    const parsed = command.parse('', context);
    const personal = [
      'reminders',
      'remind',
      'forget',
      'status',
      'ask',
      'agenda',
      'recordings',
      'schedule',
      'help',
    ];
    expect(parsed?.value.sameForAll ?? false).toBe(!personal.includes(command.name));
  },
);
