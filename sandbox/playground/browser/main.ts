import { once } from 'node:events';
import { DateTime } from 'luxon';
import pino from 'pino';
import { buildPage } from './page.ts';
import { type PlaygroundServer, servePlayground } from './server.ts';
import { startSession } from './session.ts';

export interface BrowserOptions {
  readonly now: DateTime<true> | undefined;
  readonly events: readonly unknown[] | undefined;
  readonly port: number | undefined;
}

/** The playground in the browser, until the process is told to stop. */
export async function playInBrowser({ now, events, port }: BrowserOptions): Promise<void> {
  const ending = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const page = await buildPage();
  let server: PlaygroundServer | undefined;
  const session = await startSession({
    now: now ?? DateTime.utc(),
    events,
    onChange: () => server?.changed(),
    log: pino.destination({ fd: 2, sync: true }),
  });
  try {
    server = await servePlayground(() => session, page, port);
    process.stdout.write(`The playground is at ${server.url}\nCtrl-C stops it.\n`);
    await ending;
  } finally {
    await server?.close();
    await session.close();
  }
}
