import { DateTime } from 'luxon';
import { startBot } from '../../src/app/bot.ts';
import { parseConfig, secretsIn } from '../../src/config/config.ts';
import { createLogger } from '../../src/logger.ts';

// The bot as a separate process whose clock a test can set ahead, so that no test waits for a lease.
const ahead = Number(process.env.CLOCK_AHEAD_SECONDS ?? 0);
const config = parseConfig(process.env);
const logger = createLogger(config.logLevel, secretsIn(process.env));
const bot = await startBot(config, { now: () => DateTime.utc().plus({ seconds: ahead }) }, logger);
process.once('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
