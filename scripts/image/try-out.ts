import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { sampleCalendar } from '../../sandbox/sample-calendar.ts';
import { ACTORS, CHANNEL, type Services, startServices } from '../../sandbox/world.ts';
import { loadGroup } from '../../src/group/load.ts';
import type { Image } from './build-image.ts';
import { type Surroundings, spawnInside } from './container.ts';

const START_WITHIN_MS = 30_000;
const STARTED = '"msg":"bot started"';

/**
 * Starts the image's bot, on a root file system that can't be written, against the local Slack and Google; asks it,
 * checks its health, and stops it. Resolves with how it went, in words; fails if anything is wrong.
 */
export async function tryOut(image: Image): Promise<string> {
  const clock = { now: () => DateTime.utc() };
  const events = sampleCalendar(await loadGroup(), clock.now());
  const services = await startServices({ clock, events });
  // The group file and the database are the image's own.
  const { GROUPS: _group, DATABASE_URL: _database, ...env } = services.env;
  const inside = { ...image, env: { ...image.env, ...env } };
  const began = performance.now();
  const bot = spawnInside(inside, [...image.entrypoint, ...image.cmd], 'sealed');
  try {
    await waitFor(STARTED, bot.stdout);
    const startMs = Math.round(performance.now() - began);
    await ask(services);
    await checkHealth(inside, image.healthCheck);
    bot.kill(image.stopSignal);
    const [code] = await once(bot, 'exit');
    if (code !== 0) throw new Error(`after ${image.stopSignal} the bot ended with ${code}`);
    return `As ${image.user} on a read-only root: started in ${startMs} ms, answered, was healthy and ended with 0`;
  } finally {
    bot.kill('SIGKILL');
    await services.close();
  }
}

async function waitFor(words: string, output: Readable): Promise<void> {
  let seen = '';
  const found = Promise.withResolvers<void>();
  output.on('data', (chunk) => {
    seen += String(chunk);
    if (seen.includes(words)) found.resolve();
  });
  output.once('end', () => found.reject(new Error(`the bot ended:\n${seen}`)));
  const late = sleep(START_WITHIN_MS, undefined, { ref: false }).then(() => {
    throw new Error(`the bot did not start in time:\n${seen}`);
  });
  await Promise.race([found.promise, late]);
}

async function ask({ slack }: Services): Promise<void> {
  const answer = await slack.slash(ACTORS.member.id, CHANNEL, '/wg-serving next-meeting');
  const words = JSON.stringify(answer);
  if (!answer.ok || !words.includes('WG Serving')) throw new Error(`not an answer: ${words}`);
}

async function checkHealth(inside: Surroundings, command: readonly string[]): Promise<void> {
  const check = spawnInside(inside, command, 'sealed');
  const [words, [code]] = await Promise.all([text(check.stdout), once(check, 'exit')]);
  if (code !== 0) throw new Error(`the health check failed: ${words}`);
}
