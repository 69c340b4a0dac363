import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { at } from '../support/build.ts';
import { describeInBrowser, messages, openThread, write } from '../support/page.ts';
import { biweekly, event, exception } from '../support/world.ts';

const events = [
  biweekly('s', '2026-12-02T09:00'),
  exception('s', '2026-12-16T09:00', { status: 'cancelled' }),
  event('struck', '2026-12-02T11:00', { summary: 'CANCELED: Struck' }),
];

describeInBrowser('time in the page', (open) => {
  let page: Page;
  beforeEach(async () => {
    ({ page } = await open({ now: at('2026-12-01T02:00'), events }));
    await page.getByLabel('Organizer').check();
  });

  const turn = async (button: string) => {
    await page.getByRole('button', { name: button }).click();
    await expect.poll(() => page.locator('.jumps').isEnabled()).toBe(true);
  };
  const entry = (title: string) => page.locator('.event', { hasText: title });
  const add = async (title: string) => {
    await page.getByLabel('Title', { exact: true }).fill(title);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  };

  it('an event is added on the day after the clock’s, even after the clock was moved', async () => {
    await turn('+1 day');
    await turn('+1 day');
    await add('Later');
    await entry('Later').getByText('Fri, Dec 4, 10:00 AM to 11:00 AM').waitFor();
  });

  it('an event in the past is shown as over, or rejected if the list does not go that far', async () => {
    await page.getByLabel(/^Start/).fill('2026-12-01T00:30');
    await page.getByText('That is in the past').waitFor();
    await add('Over');
    await entry('Over').getByText('over').first().waitFor();
    await page.getByLabel(/^Start/).fill('2026-11-02T10:00');
    await add('Gone');
    await page.getByRole('alert').getByText('from 1 day before the clock').waitFor();
    expect(await entry('Gone').count()).toBe(0);
  });

  it('a meeting moves earlier as well as later', async () => {
    const first = page.locator('.event').first();
    await first.getByText('Change').click();
    await first.getByRole('button', { name: '30 min earlier' }).click();
    await first.getByText('Wed, Dec 2, 8:30 AM to 9:30 AM').waitFor();
    await first.getByRole('button', { name: 'This and following: 1 h earlier' }).click();
    await page.getByText('Wed, Dec 30, 7:30 AM to 8:30 AM').waitFor();
  });

  it('a cancelled occurrence, which has no end, shows none', async () => {
    await page.getByText('Wed, Dec 16, 9:00 AM · repeats · cancelled').waitFor();
  });

  it('dates stay correct when the clock is moved, even struck-out ones', async () => {
    await write(page, '/wg-serving upcoming');
    const answer = messages(page).first();
    const struck = answer.locator('s', { hasText: 'Struck' });
    await struck.getByText('Wednesday, December 2nd at 11:00 AM').waitFor();
    await answer.getByText('in 1 day').first().waitFor();
    await turn('+1 day');
    await struck.getByText('Wednesday, December 2nd at 11:00 AM').waitFor();
    await answer.getByText('in 7 hours').first().waitFor();
  });

  it('threads are collapsed until opened, and a reply to a reply stays in its thread', async () => {
    await write(page, '@wg-serving who runs this?');
    await page.getByText('1 reply').waitFor();
    expect(await messages(page).count()).toBe(1);
    await openThread(page);
    await messages(page).last().getByRole('button', { name: 'Reply in thread' }).click();
    await write(page, 'thanks');
    await page.getByText('2 replies').waitFor();
    expect(await messages(page).count()).toBe(3);
    await page.getByRole('button', { name: '2 replies' }).click();
    expect(await messages(page).count()).toBe(1);
  });
});
