import { DateTime } from 'luxon';
import { type Bot, startBot } from './app/bot.ts';
import { type Config, parseConfig, secretsIn } from './config/config.ts';
import { SetupError } from './errors.ts';
import { createLogger } from './logger.ts';

// The time after SIGTERM in which Docker and Kubernetes let a process end is 10 s at least.
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
  logger.fatal({ err: error }, 'unhandled rejection; stopping, so that a fresh start can mend it');
  process.exit(1);
});

let bot: Bot | undefined;

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    logger.info({ signal }, 'stopping');
    // Before the start is over nothing is under way that would have to be finished.
    if (!bot) process.exit(0);
    setTimeout(() => {
      logger.warn('not everything ended in time');
      process.exit(0);
    }, STOP_WITHIN_MS).unref();
    void bot.stop().then(() => process.exit(0));
  });
}

bot = await startBot(config, { now: () => DateTime.utc() }, logger).catch((error: unknown) => {
  if (error instanceof SetupError) return failSetup(error);
  throw error;
});
