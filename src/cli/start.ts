import type { Logger } from 'pino';
import { type Bot, startBot } from '../app/bot.ts';
import { type Config, parseConfig, secretsIn } from '../config/config.ts';
import { SetupError } from '../errors.ts';
import { createLogger } from '../logger.ts';
import type { SubCommand, Terminal } from './sub-command.ts';

// Docker and Kubernetes give a process at least 10 s to end after SIGTERM.
const STOP_WITHIN_MS = 9_000;

export const start: SubCommand = {
  name: 'start',
  summary: 'Run the bot until SIGTERM or SIGINT',
  options: {},
  operands: [],
  async run(_, terminal) {
    try {
      const config = parseConfig(terminal.env);
      const logger = createLogger(config.logLevel, secretsIn(terminal.env));
      return await runUntilStopped(config, terminal, logger);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      const lines = error.problems.map((problem) => `  - ${problem}`);
      terminal.complain(`The bot can't start:\n${lines.join('\n')}\n`);
      return 1;
    }
  },
};

/** Resolves with the exit code when a signal has stopped the bot. */
async function runUntilStopped(config: Config, terminal: Terminal, logger: Logger) {
  const ended = Promise.withResolvers<number>();
  let bot: Bot | undefined;
  process.on('unhandledRejection', (error) => {
    logger.fatal({ err: error }, 'unhandled rejection; stopping so that a restart can recover');
    ended.resolve(1);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'stopping');
      // During startup there is no work in progress to finish.
      if (!bot) return ended.resolve(0);
      setTimeout(() => {
        logger.warn('not everything finished in time');
        ended.resolve(0);
      }, STOP_WITHIN_MS).unref();
      void bot.stop().then(() => ended.resolve(0));
    });
  }
  startBot(config, terminal, logger).then((started) => {
    bot = started;
  }, ended.reject);
  return ended.promise;
}
