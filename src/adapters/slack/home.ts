import type { App, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { InFlight } from '../in-flight.ts';
import type { Answerer } from './answerer.ts';

/** Shows the next meeting and the list of commands when someone opens the bot's Home tab. */
export function listenToHome(
  app: App,
  client: webApi.WebClient,
  answer: Answerer,
  inFlight: InFlight,
  logger: Logger,
): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    await inFlight.run(async () => {
      const parts = ['next-meeting', 'help'].map((text) =>
        answer({ text, userId: event.user, via: 'home' }),
      );
      const blocks = (await Promise.all(parts)).flatMap(
        ({ answer: { message } }) => message.blocks,
      );
      try {
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
      } catch (error) {
        logger.error({ err: error }, 'Home tab not published');
      }
    });
  });
}
