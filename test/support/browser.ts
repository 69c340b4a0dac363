import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { servePage } from '../../sandbox/playground/browser/page.ts';
import { type PlaygroundServer, servePlayground } from '../../sandbox/playground/browser/server.ts';
import { type Session, startSession } from '../../sandbox/playground/browser/session.ts';
import { at } from './build.ts';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium of this machine: `CHROMIUM_PATH`, or one in a usual place. */
export const chromiumPath =
  process.env.CHROMIUM_PATH ?? USUAL_PLACES.find((path) => existsSync(path));

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser, and pages at playgrounds of their own. */
export interface PlaygroundBrowser {
  open(now: string, events?: readonly unknown[], options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** One page at one playground. */
export interface Visit {
  readonly page: Page;
  readonly session: Session;
  readonly server: PlaygroundServer;
  /** What went wrong in the page itself. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export async function launchBrowser(): Promise<PlaygroundBrowser> {
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: FLAGS });
  return {
    open: (now, events, options) => visit(browser, now, events, options),
    close: () => browser.close(),
  };
}

async function visit(
  browser: Browser,
  now: string,
  events?: readonly unknown[],
  options?: BrowserContextOptions,
): Promise<Visit> {
  let server: PlaygroundServer | undefined;
  const onChange = () => server?.changed();
  const session = await startSession({ now: at(now), events, onChange });
  const serving = await servePlayground(() => session, servePage, 4500);
  server = serving;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(serving.url);
  await page.getByRole('combobox').waitFor({ timeout: 60_000 });
  return {
    page,
    session,
    server: serving,
    errors,
    async close() {
      await context.close();
      await serving.close();
      await session.close();
    },
  };
}
