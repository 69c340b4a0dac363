import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import {
  chromiumPath,
  launchBrowser,
  type PlaygroundBrowser,
  type Visit,
  type VisitSettings,
} from '../../sandbox/playground/visit.ts';

/** Describes tests in one browser, each of which opens one page; skipped where there is no browser. */
export function describeInBrowser(
  name: string,
  tests: (open: (settings: VisitSettings) => Promise<Visit>) => void,
): void {
  describe.skipIf(chromiumPath === undefined)(name, () => {
    let browser: PlaygroundBrowser;
    let visit: Visit | undefined;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser.close());
    afterEach(async () => {
      const errors = visit?.errors;
      await visit?.close();
      visit = undefined;
      expect(errors, 'errors of the page').toEqual([]);
    });
    tests(async (settings) => {
      visit = await browser.open(settings);
      return visit;
    });
  });
}

/** Writes a message in the playground's page. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: /^Message/ }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

export function messages(page: Page): Locator {
  return page.locator('article.message');
}

/** Expands the one thread that has a reply. */
export function openThread(page: Page): Promise<void> {
  return page.getByRole('button', { name: '1 reply' }).click();
}
