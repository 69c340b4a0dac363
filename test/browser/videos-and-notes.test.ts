import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { NOTES } from '../../sandbox/world.ts';
import { at } from '../support/build.ts';
import { describeInBrowser, messages, write } from '../support/page.ts';
import { biweekly, event } from '../support/world.ts';

// The meeting of November 18 has a video, that of December 2 has just ended, the next one is on December 16.
const now = at('2026-12-02T10:30');
const NOTES_LINK = `Notes: https://docs.google.com/document/d/${NOTES}/edit`;
const LINK = { location: 'https://zoom.us/j/1?pwd=a' };
const events = [
  biweekly('s', '2026-11-18T09:00', '', LINK),
  event('e', '2026-12-10T09:00', { ...LINK, summary: 'Deep dive', description: NOTES_LINK }),
];
const TITLE = '[WG Serving] WG Serving Weekly Meeting 20261202';

function moveOn(page: Page, label: string) {
  return page.getByRole('button', { name: label, exact: true }).click();
}

describeInBrowser('videos and notes in the playground', (open) => {
  let page: Page;
  beforeEach(async () => {
    ({ page } = await open({ now, events }));
    await page.getByLabel('Organizer').check();
    await page.getByRole('tab', { name: 'Videos, notes' }).click();
  });

  async function recordings(): Promise<string> {
    const before = await messages(page).count();
    await write(page, '/wg-serving recordings');
    await expect.poll(() => messages(page).count()).toBe(before + 1);
    return messages(page).last().innerText();
  }

  it('has the bot find a video that is uploaded, and miss one that is taken away', async () => {
    await page.locator('.event-title').getByText('20261118').waitFor();
    const title = page.getByLabel('Title of a new video');
    expect(await title.inputValue()).toBe(TITLE);
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.locator('.event-title').getByText(TITLE).waitFor();
    expect(await title.inputValue()).toBe('');
    await moveOn(page, '+1 h');
    expect(await recordings()).toContain('Wednesday, December 2nd · Watch');
    await page.getByLabel(`Who may watch ${TITLE}`).selectOption('deleted');
    await page.locator('.event.cancelled').getByText(TITLE).waitFor();
    await moveOn(page, '+1 day');
    expect(await recordings()).not.toContain('Wednesday, December 2nd · Watch');
  });

  it('has topics that are written into the notes said in the reminder', async () => {
    const text = page.getByLabel('Text of the document');
    expect(await text.inputValue()).toContain('Dec 16, 2026 | WG Serving Weekly Meeting');
    await text.fill('Dec 10, 2026\nAgenda\n* Routing by KV cache\n');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Next post' }).click();
    await messages(page).last().getByText('Routing by KV cache').waitFor();
  });

  it('has organizers told what is private, until it is not', async () => {
    await page.getByLabel('The document is private').check();
    await page.getByLabel('The playlist is private').check();
    await page.getByRole('button', { name: /wg-serving-organizers/ }).click();
    await moveOn(page, '+1 day');
    const told = messages(page).getByText('can’t be read without signing in');
    await told.waitFor();
    await page.getByText('The bot’s log').waitFor();
    await page.getByLabel('The document is private').uncheck();
    await moveOn(page, '+1 day');
    await expect.poll(() => told.count(), { timeout: 20_000 }).toBe(0);
  });
});
