import { setTimeout as sleep } from 'node:timers/promises';
import { App } from '@slack/bolt';
import { inFlight } from '../concurrency/in-flight.ts';
import type { Problems } from '../problems.ts';
import { boltLogger } from './bolt-logger.ts';
import { clientOptions, type Identity, type SlackSettings, singleTryClient } from './client.ts';
import { httpReceiver } from './http-mode.ts';
import { type ListenerTools, registerListeners } from './listeners/index.ts';
import { boundedPause } from './pause.ts';
import type { WatchedReceiver } from './ports.ts';
import { type SocketModeTools, socketModeReceiver } from './socket-mode.ts';

export interface SlackConnection {
  start(): Promise<void>;
  /** Whether requests can arrive just now. */
  isConnected(): boolean;
  /** Shows those who looked at the Home tab lately what changed in the calendar. */
  refreshHomes(groupId: string, stopping: AbortSignal, onStep: () => void): Promise<void>;
  /**
   * Waits until nothing is under way, `timeoutMs` at most, and closes the connection. What arrives
   * meanwhile is answered: Slack would show an error to whoever asked.
   */
  stop(timeoutMs: number): Promise<void>;
}

/** Bolt with the bot's listeners. `bot` comes from identify. */
export function slackConnection(
  settings: SlackSettings,
  bot: Identity,
  tools: ListenerTools,
  problems: Problems,
  fetchFrom: typeof fetch = fetch,
): SlackConnection {
  const { clock, logger } = tools;
  const client = singleTryClient(settings, logger, fetchFrom);
  const receiver = receiverFor(settings, { problems, clock, logger });
  const app = new App({
    receiver,
    authorize: async () => bot.authorization,
    logger: boltLogger(logger),
    clientOptions: clientOptions(settings.apiUrl),
    // Bolt's default keeps one entry for each conversation for ever; the bot needs none.
    convoStore: false,
  });
  const work = inFlight();
  const stopping = new AbortController();
  const pause = boundedPause(stopping.signal);
  const home = registerListeners(app, client, { ...tools, pause }, work);
  app.error(async (error) => logger.error({ err: error }, 'listener failed'));

  return {
    async start() {
      await app.start();
    },
    isConnected: () => receiver.isConnected(),
    refreshHomes: (groupId, stopping, onStep) =>
      work.run(() => home.refresh(groupId, stopping, onStep)),
    async stop(timeoutMs) {
      stopping.abort();
      await work.drain(timeoutMs);
      await Promise.race([receiver.stop(), sleep(timeoutMs, undefined, { ref: false })]);
    },
  };
}

function receiverFor({ mode, apiUrl }: SlackSettings, tools: SocketModeTools): WatchedReceiver {
  switch (mode.kind) {
    case 'socket':
      return socketModeReceiver({ appToken: mode.appToken, apiUrl }, tools);
    case 'http':
      return httpReceiver(mode, tools.logger);
  }
}
