import { describe, expect, it } from 'vitest';
import { dispatch } from '../../src/commands/dispatch.ts';
import { at, meeting, readCalendar, regular, requestContext } from '../support/build.ts';

const now = at('2026-12-08T10:00');

async function guide(name: string, title = 'WG Serving Weekly Meeting') {
  const calendar = readCalendar([meeting('2026-12-02T09:00', { title })], now);
  return (await dispatch(`howto ${name}`, requestContext(now, calendar))).message;
}

describe('the guides', () => {
  it.each(['_x_ *y* ~z~ `q` ``` :fire:', 'a & b “c” "d"'])(
    'give the recording title %s in a box of its own, as it was typed',
    async (title) => {
      const { blocks } = await guide('upload', title);
      const text = `[WG Serving] ${title} 20261202`;
      expect(blocks).toContainEqual({
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
      });
    },
  );

  it('continue numbering the steps after the box', async () => {
    const { blocks } = await guide('upload');
    const box = blocks.findIndex(({ type }) => type === 'rich_text');
    expect(JSON.stringify(blocks[box - 1])).toMatch(/3\. Upload the video under this title:"/);
    expect(JSON.stringify(blocks[box + 1])).toMatch(/"4\. /);
  });

  it('link the shared calendar and the notes document where they mention them', async () => {
    expect(JSON.stringify(await guide('schedule'))).toMatch(
      /<https:\/\/calendar\.google\.com\/[^|]*\|shared calendar>/,
    );
    const { agenda } = regular();
    expect(JSON.stringify(await guide('upload'))).toContain(`<${agenda}|notes document>`);
  });
});
