import { DateTime } from 'luxon';
import { type Bot, startBot } from './app/bot.ts';
import { type Config, parseConfig, secretsIn } from './config/config.ts';
import { SetupError } from './errors.ts';
import { createLogger } from './logger.ts';

// Docker and Kubernetes give a process at least 10 s to end after SIGTERM.
const STOP_WITHIN_MS = 9_000;

function readConfig(): Config {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return failSetup(error);
  }
}

function failSetup(error: SetupError): never {
  const lines = error.problems.map((problem) => `  - ${problem}`);
  process.stderr.write(`The bot can't start:\n${lines.join('\n')}\n`);
  process.exit(1);
}

const config = readConfig();
const logger = createLogger(config.logLevel, secretsIn(process.env));

process.on('unhandledRejection', (error) => {
  logger.fatal({ err: error }, 'unhandled rejection; stopping so that a restart can recover');
  process.exit(1);
});

let bot: Bot | undefined;

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    logger.info({ signal }, 'stopping');
    // During startup there is no work in progress to finish.
    if (!bot) process.exit(0);
    setTimeout(() => {
      logger.warn('not everything finished in time');
      process.exit(0);
    }, STOP_WITHIN_MS).unref();
    void bot.stop().then(() => process.exit(0));
  });
}

bot = await startBot(config, { now: () => DateTime.utc() }, logger).catch((error: unknown) => {
  if (error instanceof SetupError) return failSetup(error);
  throw error;
});
