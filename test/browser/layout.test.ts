import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { at } from '../support/build.ts';
import { describeInBrowser, messages, openThread, write } from '../support/page.ts';
import { biweekly } from '../support/world.ts';

const events = [biweekly('s', '2026-12-02T09:00', '', { location: 'https://zoom.us/j/1?pwd=a' })];

const extent = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** How many pixels the page itself can be scrolled, right and down. */
async function overflow(page: Page) {
  const names = ['scrollWidth', 'clientWidth', 'scrollHeight', 'clientHeight'];
  const read = `${JSON.stringify(names)}.map((name) => document.documentElement[name])`;
  const [width, shownWidth, height, shownHeight] = extent.parse(await page.evaluate(read));
  return { right: width - shownWidth, down: height - shownHeight };
}

const HEIGHT = 800;
const NONE = { right: 0, down: 0 };

describeInBrowser('the page fits', (openPage) => {
  function open(width: number) {
    const context = { viewport: { width, height: HEIGHT }, hasTouch: width < 640 };
    return openPage({ now: at('2026-12-01T02:00'), events, context });
  }

  it.each([1280, 768, 390])('a screen of %i px, whatever was answered', async (width) => {
    const { page, session } = await open(width);
    for (const command of ['next-meeting', 'upcoming', 'help', 'howto subscribe', 'agenda']) {
      await session.act({
        do: 'write',
        as: 'member',
        place: 'channel',
        text: `/wg-serving ${command}`,
      });
    }
    await write(page, `/wg-serving next-meeting ${'x'.repeat(300)}`);
    await expect.poll(() => messages(page).count()).toBe(6);
    // The last message is visible, and only the list has scrolled.
    await expect.poll(() => messages(page).last().isVisible()).toBe(true);
    expect(await overflow(page)).toEqual(NONE);
    const send = await page.getByRole('button', { name: 'Send' }).boundingBox();
    expect(send && send.x + send.width).toBeLessThanOrEqual(width);
    expect(send && send.y + send.height).toBeLessThanOrEqual(HEIGHT);
  });

  it('a phone, on which each part opens and can be used by touch', async () => {
    const { page } = await open(390);
    const part = (name: string) => page.getByRole('button', { name, exact: true });
    expect(await page.getByLabel('Newcomer').isVisible()).toBe(false);
    expect(await page.getByRole('tab').first().isVisible()).toBe(false);

    await page.getByRole('combobox').fill('@wg-serving who runs this?');
    await page.getByRole('button', { name: 'Send' }).tap();
    await openThread(page);
    await page.getByText('Eduardo Arango').waitFor();

    await part('Workspace').tap();
    await page.getByLabel('Newcomer').check();
    await page.getByRole('button', { name: 'Home tab' }).tap();
    await page.getByRole('heading', { name: 'Coming weeks' }).waitFor();
    expect(await page.getByLabel('Newcomer').isVisible()).toBe(false);
    expect(await overflow(page)).toEqual(NONE);

    await part('Clock').tap();
    await page.getByRole('button', { name: '+1 h' }).tap();
    await part('Tools').tap();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.tap();
      expect(await overflow(page)).toEqual(NONE);
    }
    expect(await part('Clock').getAttribute('aria-expanded')).toBe('false');
  });
});
