import { DateTime } from 'luxon';
import pino from 'pino';
import { loadGroup } from '../../src/group/load.ts';
import { createLogger } from '../../src/logger.ts';
import { clockStartingAt } from '../clock.ts';
import { sampleCalendar } from '../sample-calendar.ts';
import { ACTORS, startWorld, type World } from '../world.ts';
import { takeTurn } from './converse.ts';
import { type PlaygroundOptions, readOptions, USAGE } from './options.ts';
import { prompt } from './prompt.ts';
import { renderMessage } from './render.ts';

async function main(): Promise<number> {
  const options = await readOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (options.inputs.length === 0 && !options.terminal) {
    // Only loaded when needed: the terminal doesn't need the page compiler.
    const { playInBrowser } = await import('./browser/main.ts');
    await playInBrowser(options);
    return 0;
  }
  return playInTerminal(options);
}

async function playInTerminal(options: PlaygroundOptions): Promise<number> {
  const clock = clockStartingAt(options.now ?? DateTime.utc());
  const events = options.events ?? sampleCalendar(await loadGroup(), clock.now());
  const logger = createLogger('warn', [], pino.destination({ fd: 2, sync: true }));
  const world = await startWorld({ clock, events }, logger);
  try {
    if (options.inputs.length > 0) return await sendAll(world, options, clock.now);
    await prompt(world, options.role, clock.now);
    return 0;
  } finally {
    await world.close();
  }
}

async function sendAll(
  { slack }: World,
  { inputs, role, json }: PlaygroundOptions,
  now: () => DateTime,
): Promise<number> {
  let failures = 0;
  for (const input of inputs) {
    const turn = await takeTurn(slack, role, input);
    if (!turn.ok) {
      failures += 1;
      process.stderr.write(`${turn.error}\n`);
    }
    const replies = turn.ok ? turn.replies : [];
    if (json) {
      const shown = replies.map(({ channel, visibleTo, threadTs = null, text, blocks }) => ({
        channel,
        ephemeral: visibleTo !== undefined,
        threadTs,
        text,
        blocks,
      }));
      const { reaction } = turn.ok ? turn : {};
      process.stdout.write(`${JSON.stringify({ input, replies: shown, reaction })}\n`);
    } else {
      const reader = { zone: ACTORS[role].zone, now: now() };
      const texts = replies.map((reply) => renderMessage(reply, reader));
      if (turn.ok && turn.reaction) texts.push(`(reacts with :${turn.reaction}:)`);
      process.stdout.write(`> ${input}\n\n${texts.join('\n\n')}\n\n`);
    }
  }
  return failures > 0 ? 1 : 0;
}

process.exitCode = await main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\nSee npm run playground -- --help\n`);
  return 1;
});
