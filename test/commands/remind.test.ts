import { describe, expect, it } from 'vitest';
import type { CalendarState } from '../../src/calendar/snapshot.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { remind } from '../../src/commands/remind.ts';
import { CHOOSE_REMINDER_ACTION, reminderChoice } from '../../src/commands/remind-choices.ts';
import {
  at,
  meeting,
  memorySubscriptions,
  readCalendar,
  requestContext,
} from '../support/build.ts';
import { memoryStore } from '../support/engine.ts';

const now = at('2026-12-01T09:00');
const other = (start: string, title: string) => meeting(start, { title, regular: false });
const calendar = readCalendar(
  [
    meeting('2026-12-02T09:00'),
    other('2026-12-03T10:00', 'Autoscaling Workstream Sync'),
    other('2026-12-04T10:00', 'Gateway design'),
    other('2026-12-05T10:00', 'Gateway review'),
  ],
  now,
);

/** Someone who types lines, and their settings afterwards. */
function someone(state: CalendarState = calendar, subscriptions = memorySubscriptions()) {
  const context = requestContext(now, state, { subscriptions });
  return {
    subscriptions,
    context,
    type: async (...lines: readonly string[]) => {
      let last = '';
      for (const line of lines) {
        const { message } = await dispatch(line, context);
        last = JSON.stringify([message.text, message.blocks]);
      }
      return last;
    },
    set: async () => {
      const mine = await subscriptions.of('U0MEMBER');
      return mine.map(({ about, leadTimes }) => [about ?? 'everything', ...leadTimes].join(' '));
    },
  };
}

describe('words that do not start with “remind”', () => {
  it.each([
    ['15m please', ['everything 15']],
    ['an hour before', ['everything 60']],
    ['in 15 min', ['everything 15']],
    ['can you ping me 10 minutes before each meeting?', ['everything 10']],
    ['dm me half an hour before the autoscaling sync', ['Autoscaling 30']],
    ['1h 30m before', ['everything 90']],
    ['ask 15m please', ['everything 15']],
  ])('%j opts in', async (text, wanted) => {
    const { type, set } = someone();
    await type(text);
    expect(await set()).toEqual(wanted);
  });

  it.each([
    'cancel my reminders',
    "don't remind me anymore",
    'stop',
    'please stop, I have it in my calendar',
    'unsubscribe me',
    'no more reminders please',
    'stop pinging me',
    'turn them off',
    'opt out',
    'leave me alone',
    'no thanks',
    'reminders off',
    'forget about the reminders',
  ])('%j opts out immediately', async (text) => {
    const { type, set } = someone();
    await type('remind me 15m', 'remind me 1d for autoscaling', text);
    expect(await set()).toEqual([]);
  });

  it.each([
    'cancel the next meeting',
    'stop the recording',
    'is the meeting off?',
    'the bot is off',
    'oh no',
    'no host',
    'unsubscribe me from the mailing list',
    'delete my data',
    'how do I stop the recording?',
    'ok',
    'thanks',
    "I'm out sick tomorrow, FYI",
    'delete the message I posted in #general',
    'never mind, I have found it',
  ])('%j is not a refusal', async (text) => {
    const { type, set } = someone();
    await type('remind me 15m', text);
    expect(await set()).toEqual(['everything 15']);
  });

  it.each([
    'upcoming 10',
    'upcoming ٣',
    'next 2 weeks',
    'meetings in 2 weeks',
    '15',
    '30 min meeting',
    ':+1:',
    ':100:',
    'back in 5 min',
    'postpone the serving call by half an hour please',
    'zoom kicked me out twenty minutes before the end',
    'the meeting starts in 15 minutes',
    'when does the meeting 15 minutes before lunch end?',
  ])('%j turns nothing on', async (text) => {
    const { type, set } = someone();
    await type(text);
    expect(await set()).toEqual([]);
  });
});

describe('what is stored', () => {
  it.each([
    ['for the weekly meeting', 'WG Serving Weekly Meeting', '2026-12-02T09:00'],
    ['for the autoscaling workstream', 'Autoscaling', '2026-12-03T10:00'],
    ['for gateway review', 'Gateway review', '2026-12-05T10:00'],
  ])('%s is shown with the meeting that it matches', async (name, kept, start) => {
    const { type, set } = someone();
    const shown = await type(`remind me 10m ${name}`);
    expect(await set()).toEqual([`${kept} 10`]);
    expect(shown).toContain(`<!date^${at(start).toSeconds()}^`);
  });

  it('for a workstream without meetings is described as waiting', async () => {
    const { type } = someone();
    expect(await type('remind me 10m for orchestration')).toContain(
      'None of that name is on the calendar yet',
    );
  });

  it('is the title of the regular meeting in the calendar', async () => {
    const renamed = readCalendar([meeting('2026-12-02T09:00', { title: 'Serving WG call' })], now);
    const { type, set } = someone(renamed);
    await type('remind me 10m for the regular meeting');
    expect(await set()).toEqual(['Serving WG call 10']);
  });

  it('is described as unchecked if the calendar cannot be read', async () => {
    const { type, set } = someone({ kind: 'never read', failing: true });
    expect(await type('remind me 10m')).toContain("I can't read the calendar");
    expect(await set()).toEqual(['everything 10']);
  });

  it('is described unambiguously', async () => {
    const { type } = someone();
    expect(await type('remind me 1h 30m')).toContain('1 hour 30 minutes before each meeting');
    expect(await type('remind me 1h and 30m')).toContain(
      '1 hour before and 30 minutes before each meeting',
    );
  });
});

describe('an unknown name', () => {
  async function choicesOf(text: string) {
    const { type, set, context } = someone();
    await type('remind me 1d');
    const { message } = await dispatch(text, context);
    const buttons = message.blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements : [],
    );
    const values = buttons.flatMap((one) =>
      one.type === 'button' && one.action_id?.startsWith(CHOOSE_REMINDER_ACTION)
        ? [one.value ?? '']
        : [],
    );
    return { message, set, context, values: values.map((value) => reminderChoice.parse(value)) };
  }

  it('prompts a question, likeliest choice first, and sets nothing', async () => {
    const { message, set, values } = await choicesOf('remind me 10m for the gateway meeting');
    expect(message.text).toContain("I don't know which meeting *gateway* is");
    expect(await set()).toEqual(['everything 1440']);
    expect(values.map(({ title }) => title)).toEqual([
      'Gateway design',
      'Gateway review',
      'WG Serving Weekly Meeting',
      undefined,
      'gateway',
    ]);
    for (const value of values) expect(value).toMatchObject({ for: 'U0MEMBER', leadTimes: [10] });
  });

  it('prompts a question along with a known name, which is set', async () => {
    const { message, set } = await choicesOf('remind me 10m for autoscaling and kueue');
    expect(message.text).toContain('*kueue*');
    expect(await set()).toEqual(['everything 1440', 'Autoscaling 10']);
  });
});

describe('a refusal', () => {
  it.each([
    ['remind off autoscaling', ['Gateway review 10']],
    ['remind off for the autoscaling workstream sync', ['Gateway review 10']],
    ['stop autoscaling', ['Gateway review 10']],
    ['mute autoscaling meetings', ['Gateway review 10']],
    ['remind off gateway review', ['Autoscaling 60']],
    ['remind off', []],
  ])('%j ends what it names', async (text, left) => {
    const { type, set } = someone();
    await type('remind me 1h for autoscaling', 'remind me 10m for gateway review', text);
    expect(await set()).toEqual(left);
  });

  it('ends a subscription whose name is no longer known', async () => {
    const kept = { userId: 'U0MEMBER', about: 'KServe & vLLM', leadTimes: [10] };
    const { type, set } = someone(calendar, memorySubscriptions(kept));
    await type('remind off for kserve & vllm');
    expect(await set()).toEqual([]);
  });

  it('for one name says that reminders for every meeting still include it', async () => {
    const { type, set } = someone();
    const shown = await type('remind me 15m', 'remind off autoscaling');
    expect(shown).toContain('Reminders of every meeting stay on');
    expect(await set()).toEqual(['everything 15']);
  });

  it('gets no buttons that turn reminders on again', async () => {
    const { type } = someone();
    expect(await type('remind me 15m', 'cancel my reminders')).not.toContain('choose-reminder');
    expect(await type('remind')).toContain('choose-reminder');
  });
});

describe('Remind me at a meeting', () => {
  const add = { kind: 'add', meetingId: 'meeting-2026-12-04T10:00', title: 'Gateway…' } as const;

  async function pressed(...before: readonly string[]) {
    const { type, set, context } = someone();
    await type(...before);
    const reply = await remind.invoke(add).run(context);
    return { set: await set(), words: JSON.stringify(reply) };
  }

  it('sets ten minutes before meetings with its full title, and says how to stop', async () => {
    const { set, words } = await pressed();
    expect(set).toEqual(['Gateway design 10']);
    expect(words).toContain('Done.');
    expect(words).toContain(`<!date^${at('2026-12-04T10:00').toSeconds()}^`);
    expect(words).toContain('remind off');
    expect(words).toContain('stop-reminders');
  });

  it('adds to what is set for that meeting', async () => {
    expect((await pressed('remind me 1d for gateway design')).set).toEqual([
      'Gateway design 1440 10',
    ]);
  });

  it.each([
    ['remind me 10m', 'everything 10'],
    ['remind me 10m for gateway design', 'Gateway design 10'],
  ])('changes nothing after %j', async (line, kept) => {
    const { set, words } = await pressed(line);
    expect(set).toEqual([kept]);
    expect(words).toContain('You have that one already.');
  });

  it('uses the button’s title if the meeting is no longer in the calendar', async () => {
    const { set, context } = someone();
    await remind.invoke({ ...add, meetingId: 'gone' }).run(context);
    expect(await set()).toEqual(['Gateway… 10']);
  });
});

it.each([
  ['remind everyone 10m before', 'I only remind people who ask me to'],
  ['remind me 99d', 'from 1 minute to 14 days'],
  ['ping me 99 days before', 'from 1 minute to 14 days'],
  ['remind me 1m, 2m, 3m, 4m, 5m, 6m', 'up to 5 times'],
  ['remind me tomorrow', 'How long before each meeting?'],
  ['remind me of the meeting', 'How long before each meeting?'],
])('%j is answered with what is missing', async (line, words) => {
  const { type, set } = someone();
  expect(await type(line)).toContain(words);
  expect(await set()).toEqual([]);
});

it('using remind resumes paused reminders', async () => {
  const { subscriptions } = await memoryStore();
  await subscriptions.set({ userId: 'U0MEMBER', about: undefined, leadTimes: [15] });
  await subscriptions.set({ userId: 'U0MEMBER', about: 'Autoscaling', leadTimes: [60] });
  await subscriptions.pause('U0MEMBER', now);
  expect(await subscriptions.all()).toEqual([]);
  await dispatch('remind', requestContext(now, calendar, { subscriptions }));
  expect(await subscriptions.all()).toHaveLength(2);
});

describe('what the bot knows about someone', () => {
  it.each([
    'what do you know about me',
    'what data do you have on me?',
    'do you store my messages',
    'privacy',
  ])('is told privately when they ask %j', async (text) => {
    const { type, context } = someone();
    await type('remind me 15m');
    const { kind, message } = await dispatch(text, context);
    expect(kind).toBe('private');
    expect(message.text).toContain('I store only the reminders you set');
    expect(message.text).toContain('15 minutes before each meeting');
  });

  it.each(['forget me', 'forget everything about me', 'forget me please'])(
    'is deleted by %j',
    async (text) => {
      const { type, set } = someone();
      await type('remind me 15m', text);
      expect(await set()).toEqual([]);
    },
  );
});
