import { type App, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Problems } from '../problems.ts';
import { boltLogger } from './bolt-logger.ts';
import { clientOptions } from './client.ts';
import {
  type Connection,
  type KeptConnection,
  keepConnected,
  type Watch,
} from './keep-connected.ts';
import type { WatchedReceiver } from './ports.ts';
import { REAL_TIME, retryAtStart, type Time } from './retry-at-start.ts';
import { connectionFailure, SocketError } from './start-problems.ts';

export interface SocketModeSettings {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
}

export interface SocketModeTools {
  readonly problems: Pick<Problems, 'report' | 'solved'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

// From the address of the WebSocket to Slack's hello.
const HELLO_WITHIN_MS = 10_000;

/**
 * Receives by Socket Mode. Bolt's receiver serves one connection each; making the next one is ours,
 * since Bolt's waits five minutes for a handshake that hangs, waits longer after each failure, and
 * ends the process by some.
 */
export function socketModeReceiver(
  settings: SocketModeSettings,
  tools: SocketModeTools,
  time: Time = REAL_TIME,
): WatchedReceiver {
  let kept: KeptConnection | undefined;
  return {
    isConnected: () => kept?.isOpen() ?? false,
    init(app) {
      const connect = () => socketConnection(app, settings, tools.logger, time);
      kept = keepConnected(connect, watchFor(tools), time, Math.random);
    },
    async start() {
      const open = async () => kept?.open();
      const { apiUrl } = settings;
      await retryAtStart(open, { setting: 'SLACK_APP_TOKEN', apiUrl, logger: tools.logger, time });
      kept?.keep();
    },
    async stop() {
      await kept?.close();
    },
  };
}

function socketConnection(
  app: App,
  { appToken, apiUrl }: SocketModeSettings,
  logger: Logger,
  time: Time,
): Connection {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(logger),
    installerOptions: { clientOptions: clientOptions(apiUrl) },
  });
  receiver.init(app);
  const { client } = receiver;
  return {
    lost: new Promise((resolve) => client.once('disconnected', resolve)),
    async open() {
      let fault: Error | undefined;
      client.once('error', (error: Error) => {
        fault = error;
      });
      const opened = new AbortController();
      const tooLate = new Promise<never>((_, reject) => {
        client.once('authenticated', async () => {
          await time.wait(HELLO_WITHIN_MS, opened.signal);
          reject(new SocketError('opens no WebSocket within 10 seconds'));
        });
      });
      try {
        await Promise.race([client.start(), tooLate]);
      } catch (error) {
        // What the client rejects with when the connection ends before the hello is nothing at all.
        throw (
          error ?? new SocketError(`ends the WebSocket at once (${fault?.message ?? 'no reason'})`)
        );
      } finally {
        opened.abort();
      }
    },
    close: () => client.disconnect(),
  };
}

/** Tells the log of each try, and the operator of an outage that lasts. */
function watchFor({ problems, clock, logger }: SocketModeTools): Watch {
  const failureOf = (error: unknown) => connectionFailure(error, 'SLACK_APP_TOKEN');
  return {
    connected: () => logger.info('connected to Slack'),
    failed(error) {
      logger.warn({ reason: failureOf(error).reason }, 'not connected to Slack; it is tried again');
    },
    down(error) {
      const { reason, advice } = failureOf(error);
      const what = `The bot hears nothing: Slack ${reason}`;
      problems.report('connection', what, advice, clock.now());
    },
    back: () => problems.solved('connection'),
  };
}
