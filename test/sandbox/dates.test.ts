import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../sandbox/playground/render.ts';
import { checkBlocks, MESSAGE_BLOCKS } from '../../sandbox/slack/block-kit.ts';
import { dateProblems } from '../../sandbox/slack/date-command.ts';
import { DATE_TOKENS, formatDate } from '../../sandbox/slack/date-token.ts';
import { checkContent } from '../../sandbox/slack/message-content.ts';

const ZONE = 'America/Los_Angeles';
const moment = (iso: string) => DateTime.fromISO(iso, { zone: ZONE });
const seconds = (iso: string) => moment(iso).toUnixInteger();
const MEETING = seconds('2026-12-02T09:00:05');
const now = moment('2026-11-20T09:00:05');

const shown = (token: string, at = MEETING, seen = now) => formatDate(at, `{${token}}`, ZONE, seen);

describe('a date token', () => {
  it.each([
    ['date_num', '2026-12-02'],
    ['date_slash', '12/02/2026'],
    ['date', 'December 2nd'],
    ['date_pretty', 'December 2nd'],
    ['date_short', 'Dec 2'],
    ['date_short_pretty', 'Dec 2'],
    ['date_long', 'Wednesday, December 2nd'],
    ['date_long_full', 'December 2, 2026'],
    ['date_long_pretty', 'Wednesday, December 2nd'],
    ['day_divider_pretty', 'Wednesday, December 2nd'],
    ['time', '9:00 AM'],
    ['time_secs', '9:00:05 AM'],
    ['ago', 'in 12 days'],
  ])('{%s} is shown as %s', (token, text) => {
    expect(shown(token)).toBe(text);
    expect(DATE_TOKENS).toContain(token);
  });

  it('includes the year if the date is half a year away', () => {
    const far = moment('2026-05-01T09:00');
    expect(shown('date_short', MEETING, far)).toBe('Dec 2, 2026');
    expect(shown('date_long_pretty', MEETING, far)).toBe('Wednesday, December 2nd, 2026');
  });

  it.each([
    ['2026-12-01T23:59', 'tomorrow'],
    ['2026-12-02T00:00', 'today'],
    ['2026-12-03T00:01', 'yesterday'],
  ])('at %s the pretty ones say %s', (seen, word) => {
    for (const token of DATE_TOKENS.filter((name) => name.endsWith('_pretty'))) {
      expect(shown(token, MEETING, moment(seen))).toBe(word);
    }
  });

  it.each([
    ['2026-12-01T09:00:06', 'in 24 hours'],
    ['2026-12-02T08:50:05', 'in 10 minutes'],
    ['2026-12-02T10:00:05', '1 hour ago'],
    ['2026-12-04T09:00:05', '2 days ago'],
  ])('at %s {ago} says %s', (seen, words) => {
    expect(shown('ago', MEETING, moment(seen))).toBe(words);
  });
});

describe('the local Slack rejects a date that Slack would not accept', () => {
  it.each([
    ['an unknown token', '<!date^1^{date_tiny}|x>'],
    ['a token that every object has', '<!date^1^{constructor}|x>'],
    ['a token that was not closed', '<!date^1^{date at {time}|x>'],
    ['no fallback', '<!date^1^{date}>'],
    ['no timestamp', '<!date^soon^{date}|x>'],
    ['an invalid link', '<!date^1^{date}^zoom|x>'],
  ])('%s', (_, text) => {
    expect(dateProblems(text)).toHaveLength(1);
    const section = { type: 'section', text: { type: 'mrkdwn', text } };
    expect(checkBlocks([section], MESSAGE_BLOCKS).ok).toBe(false);
    expect(checkContent(text)).toMatchObject({ ok: false, error: 'invalid_arguments' });
  });

  it('but accepts text that only looks like a date', () => {
    expect(dateProblems('&lt;!date^1^{date_tiny}|x&gt;, {date_tiny}')).toEqual([]);
    expect(dateProblems('<!date^1^{ago}^https://a.example/x|x>')).toEqual([]);
  });

  const element = (changes: Record<string, unknown>, container = 'rich_text_section') => {
    const date = { type: 'date', timestamp: 1, format: '{ago}', fallback: 'x', ...changes };
    const elements = [{ type: container, elements: [date] }];
    return checkBlocks([{ type: 'rich_text', elements }], MESSAGE_BLOCKS).ok;
  };

  it.each([
    ['an unknown token', { format: '{date_tiny}' }],
    ['a timestamp in words', { timestamp: '1' }],
    ['a fraction of a second', { timestamp: 1.5 }],
    ['an invalid zone', { timezone: 'Pacific Time' }],
    ['an invalid link', { url: 'zoom' }],
    ['an unknown field', { zone: 'UTC' }],
  ])('in rich text: %s', (_, changes) => {
    expect(element({})).toBe(true);
    expect(element({ timezone: 'Asia/Kolkata', url: 'https://a.example/' })).toBe(true);
    expect(element(changes)).toBe(false);
  });

  it('in preformatted rich text', () => {
    expect(element({}, 'rich_text_preformatted')).toBe(false);
    expect(element({}, 'rich_text_quote')).toBe(true);
  });
});

describe('the terminal shows dates', () => {
  const reader = { zone: 'Europe/Berlin', now: moment('2026-12-01T14:00') };
  const message = (blocks: unknown, text = '') => {
    const content = checkContent(text, blocks);
    if (!content.ok) throw new Error(content.errors.join());
    return { channel: 'C', ts: '1.000001', user: 'U', isBot: true, ...content };
  };

  it('of mrkdwn, in the reader’s zone, with their link', () => {
    const text = `*Next* <!date^${MEETING}^{date_short_pretty} at {time} ({ago})^https://a.example/|x>`;
    expect(renderMessage(message([], text), reader)).toBe(
      'Next tomorrow at 6:00 PM (in 19 hours) (https://a.example/)',
    );
  });

  it('of rich text, in their own zone if they have one', () => {
    const date = { type: 'date', timestamp: MEETING, format: '{date_num} {time}', fallback: 'x' };
    const elements = [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'At ' }, date] },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [
          { type: 'rich_text_section', elements: [{ ...date, timezone: ZONE }] },
          { type: 'rich_text_section', elements: [{ ...date, timestamp: 1e15 }] },
        ],
      },
    ];
    expect(renderMessage(message([{ type: 'rich_text', elements }]), reader)).toBe(
      'At 2026-12-02 6:00 PM\n1. 2026-12-02 9:00 AM\n2. x',
    );
  });
});
