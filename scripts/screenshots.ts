import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Page } from 'playwright-core';
import {
  chromiumPath,
  launchBrowser,
  type PlaygroundBrowser,
} from '../sandbox/playground/visit.ts';

const FOLDER = join(import.meta.dirname, '../docs/images');
const NOW = DateTime.fromISO('2026-12-08T03:00', { zone: 'America/Los_Angeles' });

/** Takes the screenshots for the README and docs from the real page. */
async function main(): Promise<void> {
  if (chromiumPath === undefined) {
    throw new Error('No Chromium was found. Install one, or set CHROMIUM_PATH to its path.');
  }
  await mkdir(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    await workspace(browser, 'light');
    await workspace(browser, 'dark');
    await home(browser);
    await organizing(browser);
    await recordings(browser);
    await agenda(browser);
  } finally {
    await browser.close();
  }
}

/** A reminder, a question with its answer, and a private answer, next to the next posts. */
async function workspace(browser: PlaygroundBrowser, colorScheme: 'light' | 'dark'): Promise<void> {
  const { page, close } = await open(browser, colorScheme);
  await page.getByRole('button', { name: 'Next post' }).click();
  await page.getByText('in 24 hours').waitFor();
  await page.getByLabel('Newcomer').check();
  await write(page, "@wg-serving hi, where's the multi-node doc?");
  await page.getByText('1 reply').waitFor();
  await page.getByLabel('Member').check();
  await write(page, '/wg-serving remind me 15m');
  await page.getByText('Only visible to you').waitFor();
  await page.getByRole('button', { name: '1 reply' }).click();
  await page.getByRole('tab', { name: 'Next posts' }).click();
  await picture(page, `playground-${colorScheme}`);
  await close();
}

async function home(browser: PlaygroundBrowser): Promise<void> {
  const { page, close } = await open(browser, 'light');
  await page.getByRole('button', { name: 'Home tab' }).click();
  await page.getByLabel('15 minutes before').check();
  await page.getByRole('button', { name: 'Stop these' }).waitFor();
  await page.getByRole('tab', { name: 'Traffic' }).click();
  await picture(page, 'home');
  await close();
}

/** The life of an ad-hoc meeting, as whoever plans it and the organizers see it. */
async function organizing(browser: PlaygroundBrowser): Promise<void> {
  const { page, close } = await open(browser, 'light');
  await page.getByLabel('Member').check();
  await page.getByRole('button', { name: 'Schedule a meeting' }).click();
  await page.getByLabel('Workstream').selectOption('Autoscaling');
  await page.getByLabel('Time', { exact: true }).fill('18:00');
  await page.getByLabel('Time zone').selectOption('Asia/Kolkata');
  await page.getByLabel('Date', { exact: true }).fill('2026-12-15');
  await page.getByLabel('How often').selectOption('every other week');
  await picture(page, 'schedule-form');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByText('Is this right?').waitFor();
  await picture(page, 'schedule-review');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('button', { name: 'Open in Google Calendar' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: /^WG Serving/ }).click();
  await page.getByText('I need a host').waitFor();
  await picture(page, 'checklist');
  await page.getByLabel('Organizer').check();
  await page.getByRole('button', { name: /wg-serving-organizers/ }).click();
  await page.getByText('Host: nobody yet').first().waitFor();
  await picture(page, 'preflight');
  await page.getByRole('button', { name: 'I’ll host' }).last().click();
  await page.getByText('You host').waitFor();
  await page.getByRole('button', { name: 'Meeting ends' }).click();
  await page.getByRole('button', { name: 'Not held' }).last().waitFor();
  await picture(page, 'end-card');
  await close();
}

/** A video that is missing, and what is needed to upload it. */
async function recordings(browser: PlaygroundBrowser): Promise<void> {
  const { page, close } = await open(browser, 'light');
  await page.getByLabel('Organizer').check();
  await page.getByRole('tab', { name: 'Videos, notes' }).click();
  await page.getByRole('button', { name: /wg-serving-organizers/ }).click();
  await page.getByRole('button', { name: '+5 min' }).click();
  await page.getByRole('button', { name: 'Upload or sort out' }).waitFor();
  await picture(page, 'recordings');
  await page.getByRole('button', { name: 'Upload or sort out' }).click();
  await page.getByRole('button', { name: 'Upload kit' }).click();
  await page.getByText('Its description').waitFor();
  await picture(page, 'upload-kit');
  await close();
}

/** Topics from the notes, and one that somebody proposed, in the reminder. */
async function agenda(browser: PlaygroundBrowser): Promise<void> {
  const { page, close } = await open(browser, 'light');
  await write(page, 'Could we talk about disaggregated prefill some time?');
  await page.getByRole('button', { name: 'Propose for the agenda' }).click();
  await page.getByLabel('Topic', { exact: true }).fill('Disaggregated prefill');
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('tab', { name: 'Videos, notes' }).click();
  const notes = page.getByLabel('Text of the document');
  const topics = '* KV cache routing\n* Review of the autoscaling proposal';
  await notes.fill((await notes.inputValue()).replace(/^\* $/mu, topics));
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: '+1 h' }).click();
  await page.getByRole('button', { name: 'Next post' }).click();
  await page.getByText('KV cache routing').first().waitFor();
  await notes.scrollIntoViewIfNeeded();
  await picture(page, 'agenda');
  await close();
}

function open(browser: PlaygroundBrowser, colorScheme: 'light' | 'dark') {
  if (!NOW.isValid) throw new Error('The screenshots’ time is invalid.');
  return browser.open({ now: NOW, context: { colorScheme, reducedMotion: 'reduce' } });
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: /^Message/ }).fill(text);
  await page.keyboard.press('Enter');
}

async function picture(page: Page, name: string): Promise<void> {
  // Let scrolling settle.
  await page.waitForTimeout(600);
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${path}\n`);
}

await main();
