import { HTTPReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { listenProblem } from '../listen-problem.ts';
import { boltLogger } from './bolt-logger.ts';
import type { WatchedReceiver } from './ports.ts';

export interface HttpModeSettings {
  readonly signingSecret: string;
  readonly port: number;
}

/** Receives by HTTP. Its start fails with SetupError when nothing can listen on the port. */
export function httpReceiver(
  { signingSecret, port }: HttpModeSettings,
  logger: Logger,
): WatchedReceiver {
  const receiver = new HTTPReceiver({ signingSecret, port, logger: boltLogger(logger) });
  let listens = false;
  return {
    isConnected: () => listens,
    init: (app) => receiver.init(app),
    async start() {
      try {
        await receiver.start(port);
        listens = true;
      } catch (error) {
        throw listenProblem('PORT', port, error);
      }
    },
    stop() {
      listens = false;
      return receiver.stop();
    },
  };
}
