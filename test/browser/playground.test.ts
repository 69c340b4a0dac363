import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { chromiumPath } from '../../sandbox/playground/visit.ts';
import { at } from '../support/build.ts';
import { describeInBrowser, messages, openThread, write } from '../support/page.ts';
import { biweekly } from '../support/world.ts';

const now = at('2026-12-01T02:00');
const events = [biweekly('s', '2026-12-02T09:00', '', { location: 'https://zoom.us/j/1?pwd=a' })];

if (chromiumPath === undefined) {
  process.stdout.write(
    'SKIPPED: the browser tests. No Chromium was found; install one or set CHROMIUM_PATH.\n',
  );
}

function inPanel(page: Page, tab: string) {
  return page.getByRole('tab', { name: tab }).click();
}

describeInBrowser('the playground in a browser', (open) => {
  let page: Page;
  beforeEach(async () => {
    ({ page } = await open({ now, events }));
  });

  it('answers a slash command, whose buttons work, and shares the answer', async () => {
    await write(page, '/wg-serving next-meeting');
    const answer = messages(page).first();
    await answer.getByText('Only visible to you').waitFor();
    await answer.getByText('Wednesday, December 2nd at 10:30 PM to 11:30 PM').waitFor();
    const join = answer.getByRole('link', { name: 'Join' });
    expect(await join.getAttribute('href')).toBe('https://zoom.us/j/1?pwd=a');
    await answer.getByRole('button', { name: 'Share in channel' }).click();
    await messages(page).getByText('Shared by').waitFor();
    expect(await page.getByText('Only visible to you').count()).toBe(0);
  });

  it('completes commands and the mention with the keyboard only', async () => {
    const composer = page.getByRole('combobox');
    await composer.focus();
    await page.keyboard.type('/wg-serving up');
    await page.getByRole('option', { name: /upcoming/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await composer.inputValue()).toBe('/wg-serving upcoming ');
    await composer.fill('@wg');
    await page.keyboard.press('Tab');
    expect(await composer.inputValue()).toBe('@wg-serving ');
  });

  it('keeps what is being typed when an answer comes', async () => {
    await write(page, '/wg-serving help');
    await page.getByRole('combobox').fill('and then');
    await page.getByText('Only visible to you').waitFor();
    expect(await page.getByRole('combobox').inputValue()).toBe('and then');
  });

  it('answers a question in a thread, and edits the answer with the question', async () => {
    await write(page, '@wg-serving where is the autoscaling doc?');
    await openThread(page);
    await page.getByRole('link', { name: 'Autoscaling document' }).waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    await write(page, '@wg-serving who runs this?');
    await page.getByText('Eduardo Arango').waitFor();
    expect(await page.locator('.edited').count()).toBe(2);
    expect(await page.getByText('1 reply').count()).toBe(1);
  });

  it('shows each reminder when the clock is moved', async () => {
    await inPanel(page, 'Next posts');
    await page.locator('.coming li').first().getByText('24 hours before').waitFor();
    await page.getByRole('button', { name: 'Next post' }).click();
    await messages(page).last().getByText('in 24 hours').waitFor();
    await page.getByRole('button', { name: 'Meeting starts' }).click();
    await page.getByText('before you join').waitFor();
    await page.locator('.clocks').getByText('9:00:0').waitFor();
    expect(await messages(page).count()).toBe(2);
  });

  it('has a reminder edited when its event is moved, and sent again in time', async () => {
    await page.getByRole('button', { name: 'Next post' }).click();
    await messages(page).last().getByText('in 24 hours').waitFor();
    await page.locator('.event').first().getByText('Change').click();
    await page.getByRole('button', { name: 'A day later' }).first().click();
    await page.getByRole('button', { name: 'Read now' }).click();
    await messages(page).first().getByText('(edited)').waitFor();
    await messages(page).first().getByText(/moved/i).first().waitFor();
    await page.getByRole('button', { name: 'Next post' }).click();
    await messages(page).last().getByText('in 24 hours').waitFor();
    // The reminder that was edited, the notice of the move, and the fresh reminder.
    expect(await messages(page).count()).toBe(3);
  });

  it('says that an event is in the past only if it is', async () => {
    const hint = page.getByText('That is in the past');
    expect(await hint.isVisible()).toBe(false);
    const start = page.getByLabel('Start, in Los Angeles');
    await start.fill('2020-01-01T09:00');
    expect(await hint.isVisible()).toBe(true);
    await start.fill('2099-01-01T09:00');
    expect(await hint.isVisible()).toBe(false);
  });

  it('shows a hostile title as text', async () => {
    await page.getByRole('button', { name: 'Try a hostile title' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.locator('.event-title').getByText('<!channel>').waitFor();
    await page.getByRole('button', { name: 'Read now' }).click();
    await write(page, '/wg-serving upcoming');
    const answer = messages(page).first();
    await answer.getByText('!channel>').waitFor();
    const words = (await answer.innerText()).replaceAll('\u200b', '');
    expect(words).toContain('<!channel>');
    expect(words).toContain('<https://evil.example|Zoom>');
    expect(await answer.locator('a[href*="evil"]').count()).toBe(0);
    expect(await answer.locator('script, del').count()).toBe(0);
  });

  it('causes a fault, and shows what the bot then says', async () => {
    await inPanel(page, 'Faults');
    await page.getByRole('switch', { name: /Unreachable/ }).check();
    await page.getByRole('button', { name: '+1 h' }).click();
    await page.getByText('The bot’s log').waitFor();
    await write(page, '/wg-serving next-meeting');
    await page.getByText('This may be out of date.').waitFor();
    await page.getByRole('switch', { name: /Unreachable/ }).uncheck();
    await page.getByRole('button', { name: '+5 min' }).click();
    await expect.poll(() => page.locator('.jumps').isEnabled()).toBe(true);
    await write(page, '/wg-serving upcoming');
    await messages(page).last().getByText("From the group's calendar, read").waitFor();
  });

  it('shows the same moment in the viewer’s zone', async () => {
    await write(page, '@wg-serving when do we meet next?');
    await openThread(page);
    const reply = messages(page).last();
    await reply.getByText('Wednesday, December 2nd at 10:30 PM').waitFor();
    await page.getByLabel('Organizer').check();
    await openThread(page);
    await reply.getByText('Wednesday, December 2nd at 9:00 AM').waitFor();
    await page.getByLabel('Newcomer').check();
    await openThread(page);
    await reply.getByText('Wednesday, December 2nd at 6:00 PM').waitFor();
    await write(page, '/wg-serving status');
    await page.getByText('Only the organizers').waitFor();
  });

  it('switches a personal reminder on in the Home tab, and delivers it', async () => {
    await page.getByRole('button', { name: 'Home tab' }).click();
    await page.getByLabel('15 minutes before').check();
    await expect.poll(() => page.getByLabel('15 minutes before').isChecked()).toBe(true);
    await page
      .getByRole('button', { name: 'Subscribe' })
      .or(page.getByRole('button', { name: /Get the group/ }))
      .click();
    await page.getByRole('dialog').getByText('spam folder').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Meeting starts' }).click();
    await expect.poll(() => page.locator('.jumps').isEnabled()).toBe(true);
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^WG Serving/ })
      .click();
    await page.getByText('before you join').waitFor();
    await page.getByRole('button', { name: 'Stop these' }).click();
    await page.getByText('Your personal reminders are off').waitFor();
  });

  it('shows each exchange with its payload, and marks what is unread', async () => {
    await write(page, '@wg-serving contact');
    await page.getByText('1 reply').waitFor();
    await inPanel(page, 'Traffic');
    const post = page.locator('.traffic details', { hasText: 'chat.postMessage' }).first();
    await post.locator('summary').click();
    await post.getByText('"thread_ts"').first().waitFor();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^WG Serving/ })
      .click();
    await page.getByRole('button', { name: 'Next post' }).click();
    await page.getByRole('navigation').getByText('unread').first().waitFor({ state: 'attached' });
  });

  it('says what is wrong with a request, and keeps working', async () => {
    await page.getByLabel(/Date and time/).fill('2020-01-01T00:00');
    await page.getByRole('button', { name: 'Jump' }).click();
    await page.getByRole('alert').getByText('The clock only moves forward').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await write(page, '/other');
    await page.getByRole('alert').getByText('not a valid command').waitFor();
  });

  it.each([
    { colorScheme: 'light', rules: undefined },
    // Only colors depend on the scheme.
    { colorScheme: 'dark', rules: ['color-contrast', 'link-in-text-block'] },
  ] as const)(
    'has no serious fault for assistive technology in $colorScheme',
    async ({ colorScheme, rules }) => {
      await page.emulateMedia({ colorScheme });
      await write(page, '/wg-serving next-meeting');
      await page.getByText('Only visible to you').waitFor();
      await write(page, '@wg-serving who runs this?');
      await openThread(page);
      for (const tab of ['Next posts', 'Calendar', 'Videos, notes', 'Faults', 'Traffic']) {
        await inPanel(page, tab);
        await check(page, rules);
      }
      await page.getByRole('button', { name: 'Home tab' }).click();
      await page.getByRole('heading', { name: 'Coming weeks' }).waitFor();
      await check(page, rules);
    },
  );

  it('retires the group with a switch, and makes it active again', async () => {
    await page.getByLabel('Has retired').check();
    await write(page, '/wg-serving next-meeting');
    await messages(page).getByText('WG Serving retired in February 2026.').waitFor();
    await inPanel(page, 'Next posts');
    await page.getByText('Nothing: the bot knows of no upcoming meeting.').waitFor();
    await inPanel(page, 'Calendar');
    await page.getByLabel('Has retired').uncheck();
    await inPanel(page, 'Next posts');
    await page.getByText('#wg-serving:').first().waitFor();
  });
});

async function check(page: Page, rules: readonly string[] | undefined): Promise<void> {
  // What is no violation is not looked into further. The page has no frames, which need a page of their own.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], ...(rules && { runOnly: [...rules] }) })
    .setLegacyMode()
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found).toEqual([]);
}
