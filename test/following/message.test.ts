import { describe, expect, it } from 'vitest';
import { checkBlocks, MESSAGE_BLOCKS } from '../../sandbox/slack/block-kit.ts';
import type { Difference } from '../../src/following/difference.ts';
import { followMessage } from '../../src/following/message.ts';
import { group } from '../support/build.ts';

const HOSTILE = '<!channel> *bold* <https://evil.example|zoom> `x`';
const url = 'https://example.org/a?b=c|d>';

const EVERY_KIND: readonly Difference[] = [
  { kind: 'not listed', archive: url },
  { kind: 'listed again' },
  { kind: 'page gone', page: url },
  { kind: 'time', meeting: HOSTILE, file: undefined, published: { kind: 'text', text: HOSTILE } },
  { kind: 'meeting link', meeting: HOSTILE, link: 'join', file: url, published: url },
  { kind: 'new meeting', meeting: HOSTILE, published: undefined },
  { kind: 'meeting gone', meeting: HOSTILE },
  { kind: 'group fact', fact: 'channel', file: undefined, published: HOSTILE },
  { kind: 'new lead', github: 'someone', name: HOSTILE, role: 'chair' },
  { kind: 'lead gone', github: 'someone', name: HOSTILE },
  { kind: 'role', github: 'someone', name: HOSTILE, role: 'tech lead' },
  { kind: 'workstream', name: HOSTILE, file: undefined, published: url },
  {
    kind: 'calendar time',
    meeting: HOSTILE,
    published: { kind: 'text', text: HOSTILE },
    calendar: HOSTILE,
  },
  { kind: 'calendar link', meeting: HOSTILE, published: url, calendar: url },
  { kind: 'dead link', what: HOSTILE, url, status: 404 },
];

describe('the message about what differs', () => {
  it('pings nobody and forges no link, whatever a page says', () => {
    const message = followMessage(
      { number: 1, says: 'differences', differences: EVERY_KIND },
      group(),
    );
    expect(checkBlocks(message.blocks, MESSAGE_BLOCKS)).toMatchObject({ ok: true });
    const said = JSON.stringify(message);
    expect(said).not.toMatch(/<!|<https:\/\/evil/);
    expect(said.match(/• /g)).toHaveLength(EVERY_KIND.length);
  });

  it('is cut to what Slack takes, and says how much is missing', () => {
    const differences = Array.from({ length: 200 }, (_, index): Difference => {
      return { kind: 'meeting gone', meeting: `${index} ${'x'.repeat(290)}` };
    });
    const message = followMessage({ number: 1, says: 'differences', differences }, group());
    expect(checkBlocks(message.blocks, MESSAGE_BLOCKS)).toMatchObject({ ok: true });
    expect(message.text).toContain('200 differences');
    expect(JSON.stringify(message.blocks)).toContain('… and 160 more');
  });
});
