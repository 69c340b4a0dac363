import { existsSync } from 'node:fs';
import type { DateTime } from 'luxon';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { buildPage } from './browser/page.ts';
import { servePlayground } from './browser/server.ts';
import { type Session, startSession } from './browser/session.ts';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** This machine's Chromium: `CHROMIUM_PATH`, or one in a usual place. */
export const chromiumPath =
  process.env.CHROMIUM_PATH ?? USUAL_PLACES.find((path) => existsSync(path));

/** Without a GPU, its own sandbox or background traffic. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser whose pages, one after another, each have their own playground. */
export interface PlaygroundBrowser {
  open(settings: VisitSettings): Promise<Visit>;
  close(): Promise<void>;
}

export interface VisitSettings {
  readonly now: DateTime<true>;
  /** Events for the local calendar; by default, the sample calendar. */
  readonly events?: readonly unknown[];
  readonly context?: BrowserContextOptions;
}

/** One page on one playground. */
export interface Visit {
  readonly page: Page;
  readonly session: Session;
  /** What went wrong in the page itself. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export async function launchBrowser(): Promise<PlaygroundBrowser> {
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    args: BROWSER_FLAGS,
  });
  // The page is the same for all visits; each has a session of its own.
  let session: Session | undefined;
  const current = () => {
    if (!session) throw new Error('Nobody is visiting.');
    return session;
  };
  const server = await servePlayground(current, await buildPage(), 4500);
  return {
    async open({ now, events, context: more }) {
      if (session) throw new Error('The visit before is not over.');
      const own = await startSession({ now, events, onChange: server.changed });
      session = own;
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...more });
      const close = async () => {
        await context.close();
        server.dismiss();
        session = undefined;
        await own.close();
      };
      try {
        const page = await context.newPage();
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        await page.goto(server.url);
        await page.getByRole('combobox').waitFor({ timeout: 60_000 });
        return { page, session: own, errors, close };
      } catch (error) {
        await close();
        throw error;
      }
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
