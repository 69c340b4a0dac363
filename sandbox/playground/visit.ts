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

// For a slow machine: whatever is waited for is there sooner.
const PATIENCE_MS = 120_000;
const VIEWPORT = { width: 1280, height: 800 };

/** A browser in which one page after another has its own playground. */
export interface PlaygroundBrowser {
  open(settings: VisitSettings): Promise<Visit>;
  close(): Promise<void>;
}

export interface VisitSettings {
  readonly now: DateTime<true>;
  /** Events for the local calendar; by default, the sample calendar. */
  readonly events?: readonly unknown[];
  /** For a page that is not like the others: it has a window of its own. */
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
  // A window takes a second of CPU to open and close, and the page keeps nothing.
  async function newPage(options?: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ viewport: VIEWPORT, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  }
  let shared: Page | undefined;

  return {
    async open({ now, events, context }) {
      if (session) throw new Error('The visit before is not over.');
      const own = await startSession({ now, events, onChange: server.changed });
      session = own;
      const page = context || !shared ? await newPage(context) : shared;
      if (!context) shared = page;
      const errors: string[] = [];
      const note = (error: Error) => errors.push(error.message);
      page.on('pageerror', note);
      const close = async () => {
        await leave(page);
        page.off('pageerror', note);
        if (context) await page.context().close();
        server.dismiss();
        session = undefined;
        await own.close();
      };
      try {
        await page.goto(server.url);
        await page.getByRole('combobox').waitFor();
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

/** Ends what the page does, and what was set for it. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.emulateMedia({ colorScheme: null });
}
