import { describe, expect, it } from 'vitest';
import { readAsked } from '../../src/slack/asked-message.ts';

const BOT = 'U0BOT';
const written = { type: 'app_mention', channel: 'C1', user: 'U1', ts: '1.000001' };

function asked(text: string, more: Readonly<Record<string, unknown>> = {}) {
  return readAsked({ ...written, text, ...more }, BOT);
}

function rich(...elements: readonly unknown[]) {
  return { blocks: [{ type: 'rich_text', elements }] };
}

const mention = { type: 'user', user_id: BOT };
const words = { type: 'text', text: ' who runs this?' };

describe('a mention', () => {
  it.each([
    ['in code', 'type `<@U0BOT> next-meeting` to ask'],
    ['in a code block', '```\n<@U0BOT> next-meeting\n```'],
    ['in a code block amid words', 'as in ```<@U0BOT> organizers``` they said'],
    ['in a quote', '&gt; <@U0BOT> who runs this?\nI asked that too'],
    ['in a quote with spaces before it', '  &gt; <@U0BOT> who runs this?'],
    ['in a quote of all that follows', 'they wrote\n&gt;&gt;&gt; hello\n<@U0BOT> who runs this?'],
    ['of somebody else', '<@U0OTHER> who runs this?'],
  ])('%s is not answered', (_, text) => {
    expect(asked(text)).toBeUndefined();
  });

  it.each([
    ['in a quote', { type: 'rich_text_quote', elements: [mention, words] }],
    ['in a code block', { type: 'rich_text_preformatted', elements: [mention, words] }],
    [
      'in code',
      { type: 'rich_text_section', elements: [{ ...mention, style: { code: true } }, words] },
    ],
    [
      'in a list in a quote',
      {
        type: 'rich_text_list',
        border: 1,
        elements: [{ type: 'rich_text_section', elements: [mention, words] }],
      },
    ],
  ])('%s in rich text is not answered, whatever its plain text says', (_, element) => {
    expect(asked('<@U0BOT> who runs this?', rich(element))).toBeUndefined();
  });

  it.each([
    [
      'bold',
      { type: 'rich_text_section', elements: [{ ...mention, style: { bold: true } }, words] },
    ],
    [
      'in a list',
      {
        type: 'rich_text_list',
        elements: [{ type: 'rich_text_section', elements: [mention, words] }],
      },
    ],
    [
      'after a quote',
      { type: 'rich_text_quote', elements: [words] },
      { type: 'rich_text_section', elements: [mention, words] },
    ],
  ])('%s is answered', (_, ...elements) => {
    expect(asked('<@U0BOT> who runs this?', rich(...elements))).toMatchObject({
      text: 'who runs this?',
    });
  });

  it('below a quote asks what is below', () => {
    expect(asked('&gt; where is the agenda?\n<@U0BOT> who runs this?')?.text).toBe(
      'who runs this?',
    );
  });

  it('next to code asks with the code', () => {
    expect(asked('<@U0BOT> `remind me 15m`')?.text).toBe('`remind me 15m`');
  });

  it.each([
    ['an app', { app_id: 'A1' }],
    ['a bot', { bot_id: 'B1' }],
    ['a workflow', { subtype: 'bot_message' }],
    ['a reminder of Slack', { user: 'USLACKBOT' }],
    ['itself', { user: BOT }],
  ])('by %s is not answered', (_, more) => {
    expect(asked('<@U0BOT> who runs this?', more)).toBeUndefined();
  });

  it('in a message forwarded without comment is not answered', () => {
    const attachments = [{ is_share: true, text: `<@${BOT}> who runs this?` }];
    expect(asked('', { attachments })).toBeUndefined();
  });
});

describe('a direct message', () => {
  const direct = { channel: 'D1', channel_type: 'im', type: 'message' };

  it.each([
    ['a file alone', { subtype: 'file_share' }, ''],
    ['a forwarded message alone', { attachments: [{ is_share: true, text: 'agenda?' }] }, ''],
    ['a quote alone', {}, '&gt; where is the agenda?'],
  ])('of %s asks nothing', (_, more, text) => {
    expect(asked(text, { ...direct, ...more })).toBeUndefined();
  });

  it('with words next to a forwarded message asks them', () => {
    const attachments = [{ is_share: true, text: 'anything' }];
    expect(asked('where is the agenda?', { ...direct, attachments })?.text).toBe(
      'where is the agenda?',
    );
  });
});

it('each edit of a message is distinguished from the one before', () => {
  const first = asked('<@U0BOT> agenda', { edited: { ts: '2.000001' } });
  const second = asked('<@U0BOT> agenda', { edited: { ts: '3.000001' } });
  expect([first?.editTs, second?.editTs]).toEqual(['2.000001', '3.000001']);
  expect(asked('<@U0BOT> agenda')?.editTs).toBeUndefined();
});
