import type { Locator, Page } from 'playwright-core';

/** Writes a message in the playground's page. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox').fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

export function messages(page: Page): Locator {
  return page.locator('article.message');
}

/** Expands the one thread that has a reply. */
export function openThread(page: Page): Promise<void> {
  return page.getByRole('button', { name: '1 reply' }).click();
}
