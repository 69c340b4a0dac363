import { HTTPReceiver, type Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { SetupError } from '../errors.ts';
import { boltLogger } from './bolt-logger.ts';

export interface HttpModeSettings {
  readonly signingSecret: string;
  readonly port: number;
}

/** Receives by HTTP. Its start fails with SetupError when nothing can listen on the port. */
export function httpReceiver({ signingSecret, port }: HttpModeSettings, logger: Logger): Receiver {
  const receiver = new HTTPReceiver({ signingSecret, port, logger: boltLogger(logger) });
  return {
    init: (app) => receiver.init(app),
    async start() {
      try {
        await receiver.start(port);
      } catch (error) {
        throw new SetupError([`PORT: cannot listen on ${port}; ${reasonFor(error)}`]);
      }
    },
    stop: () => receiver.stop(),
  };
}

function reasonFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return 'another program listens there already';
    case 'EACCES':
      return 'the user that the bot runs as may not; ports from 1024 on need no privilege';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
