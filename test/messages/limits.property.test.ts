import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { checkBlocks, MESSAGE_BLOCKS } from '../../sandbox/slack/block-kit.ts';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import { readSchedule } from '../../src/calendar/schedule.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { commands } from '../../src/commands/index.ts';
import { nextMeetingMessage } from '../../src/commands/next-meeting-message.ts';
import type { Message } from '../../src/messages/message.ts';
import { escapeMrkdwn, link, Mrkdwn, md } from '../../src/messages/mrkdwn.ts';
import { sharedBy, withShareButton } from '../../src/messages/share.ts';
import { correctedMessage } from '../../src/reminders/corrected-message.ts';
import { reminderMessage } from '../../src/reminders/reminder-message.ts';
import { allDay, at, meeting, PACIFIC, readCalendar, requestContext } from '../support/build.ts';

const now = at('2026-12-02T08:30');

/** Text as an attacker, a careless editor or another script would write it. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom(
    '<!channel> <!here> <!everyone> <@U123> <#C123> <!subteam^S1>',
    '<https://evil.example|https://zoom.us/j/1>',
    '<!date^0^{date}|never>',
    '&lt;!channel&gt; &amp;lt;',
    '*bold* _it_ ~gone~ `code` ```x```',
    '\u202Egnitee\u202C \u0000\u0007',
    'מפגש \u200Fשבועי',
    '🏴‍☠️'.repeat(90),
    'x'.repeat(8000),
    '<'.repeat(4000),
    '',
    ' \n\t',
  ),
  fc
    .array(fc.constantFrom('<', '>', '&', '|', '!', '@', '`', '*', '~', '\n', 'a'), {
      maxLength: 300,
    })
    .map((list) => list.join('')),
);

const hostileMeeting = fc
  .record({
    title: hostile,
    description: hostile,
    hours: fc.integer({ min: -2, max: 400 }),
    status: fc.constantFrom('confirmed', 'tentative', 'cancelled'),
    regular: fc.boolean(),
    place: hostile,
    linkKind: fc.constantFrom('link', 'registration', 'chat', 'stream'),
    long: fc.boolean(),
  })
  .map(({ hours, long, ...changes }) => {
    const start = now.plus({ hours });
    return meeting(start.toISO(), {
      ...changes,
      id: `m${hours}`.padEnd(300, 'x'),
      start,
      end: start.plus({ hours: long ? 30 : 1 }),
    });
  });

/** What Slack would act on in a text: everything between < and >. */
function controls(source: string): string[] {
  return [...source.matchAll(/<([^>]*)>/gu)].map(([, inner = '']) => inner);
}

function expectHarmless({ text, blocks }: Message): void {
  expect(checkBlocks(blocks, MESSAGE_BLOCKS)).toEqual({ ok: true, blocks });
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThanOrEqual(4000);
  expect(JSON.stringify(blocks)).not.toMatch(/<(!(channel|here|everyone|subteam)|https:\/\/evil)/);
  // Slack shows plain text and code as they are, so other angle brackets there do nothing.
  const sources = JSON.stringify(blocks, (_, value) =>
    ['plain_text', 'rich_text_preformatted'].includes(value?.type) ? undefined : value,
  );
  for (const control of [...controls(text), ...controls(sources)]) {
    expect(control).toMatch(/^(!date\^\d+\^[^|]*\|[^|]*|https:\/\/[^|]+\|[^|]*|@U0MEMBER)$/u);
    expect(control).not.toContain('evil.example');
  }
}

describe('messages about hostile meetings', () => {
  it('are valid, within the limits, and mention nobody', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(hostileMeeting, { minLength: 1, maxLength: 60 }),
        hostile,
        async (meetings, day) => {
          const all = [...meetings, allDay('2026-12-02', '2026-12-05', day)];
          const calendar = readCalendar(all, now.minus({ hours: 3 }));
          const context = requestContext(now, calendar);
          const next = nextMeetingMessage(readSchedule(all, now, PACIFIC), calendar, context);
          expectHarmless(sharedBy(next, 'U0MEMBER'));
          for (const text of ['upcoming 20', 'last-meeting', 'howto upload', `next ${day}`]) {
            const { message } = await dispatch(text, context);
            expectHarmless(withShareButton(message, 'next'));
          }
          for (const one of meetings.slice(0, 3)) {
            expectHarmless(reminderMessage(one, now.minus({ hours: 2 }), now, PACIFIC));
            const original = { ...detailsOf(one), title: day };
            for (const kind of ['reminder', 'cancellation'] as const) {
              expectHarmless(correctedMessage({ kind, original }, detailsOf(one), PACIFIC));
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('answers to hostile text', () => {
  const calendar = readCalendar([meeting('2026-12-02T09:00')], now);
  const asker = { userId: 'U0MEMBER', isOrganizer: true };
  const context = requestContext(now, calendar, { asker });
  const prefixes = [
    '',
    'remind 5m for',
    'remind off for',
    ...commands.flatMap(({ name, aliases }) => [name, ...aliases]),
  ];

  it('are valid, within the limits, and mention nobody', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...prefixes), hostile, async (prefix, text) => {
        const asked = `${prefix} ${text}`;
        const { message } = await dispatch(asked, context);
        expectHarmless(withShareButton(message, asked));
      }),
      { numRuns: 300 },
    );
  });
});

describe('md', () => {
  it('escapes what it interpolates and nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(controls(md`*${text}*`.source)).toEqual([]);
      }),
    );
    expect(md`*a* ${Mrkdwn.trusted('<https://a.example|b>')} ${'<b> & c'}`.source).toBe(
      '*a* <https://a.example|b> &lt;b&gt; &amp; c',
    );
  });

  it('restores what was escaped when Slack unescapes it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const shown = escapeMrkdwn(text)
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&');
        expect(shown).toBe(text);
      }),
    );
  });
});

describe('link', () => {
  it('never opens anything but https and mailto', () => {
    expect(link('javascript:alert(1)', 'x').source).toBe('x');
    expect(link('https://a.example/|https://b.example', 'x').source).toBe('x');
    expect(link('https://a.example/?b=1&c=2', 'a|b>').source).toBe(
      '<https://a.example/?b=1&amp;c=2|a¦b&gt;>',
    );
  });
});

it('a date is written out if its zone is odd', () => {
  const kathmandu = at('2026-12-02T22:45', 'Asia/Kathmandu');
  const message = reminderMessage(
    meeting('2026-12-02T09:00', { start: kathmandu, end: kathmandu.plus({ hours: 1 }) }),
    kathmandu.minus({ minutes: 10 }),
    kathmandu.minus({ minutes: 10 }),
    PACIFIC,
  );
  expect(message.text).toContain(`<!date^${kathmandu.toSeconds()}^`);
  expect(message.text).toContain('Wed, Dec 2, 9:00 AM PST');
  expect(DateTime.isDateTime(kathmandu)).toBe(true);
});
