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

function open(browser: PlaygroundBrowser, colorScheme: 'light' | 'dark') {
  if (!NOW.isValid) throw new Error('The screenshots’ time is invalid.');
  return browser.open({ now: NOW, context: { colorScheme, reducedMotion: 'reduce' } });
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox').fill(text);
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
