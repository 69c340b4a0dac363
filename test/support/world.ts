import type { Logger } from 'pino';
import { manualClock } from '../../sandbox/clock.ts';
import { type Turn, takeTurn } from '../../sandbox/playground/converse.ts';
import { type SimulatedPost, type Simulation, simulate } from '../../sandbox/simulate/simulate.ts';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import { ACTORS, type ServicesSettings, startWorld, type World } from '../../sandbox/world.ts';
import { at, silent } from './build.ts';

export { ACTORS, takeTurn };

/** Runs `check` in its own world whose clock is stopped at `now`. */
export async function inWorld(
  now: string,
  settings: Partial<ServicesSettings>,
  check: (world: World & { clock: ReturnType<typeof manualClock> }) => Promise<void>,
  logger: Logger = silent,
): Promise<void> {
  const clock = manualClock(at(now));
  const world = await startWorld({ clock, events: [], ...settings }, logger);
  try {
    await check({ ...world, clock });
  } finally {
    await world.close();
  }
}

/** The one reply of a turn. */
export function replyOf(turn: Turn): StoredMessage {
  if (!turn.ok) throw new Error(turn.error);
  const [reply] = turn.replies;
  if (!reply || turn.replies.length > 1) throw new Error(`${turn.replies.length} replies`);
  return reply;
}

/** Everything that a message says, as one text. */
export function wordsOf(message: StoredMessage): string {
  return JSON.stringify([message.text, message.blocks]);
}

/** What the reminder job posts between two moments. */
export async function posts(
  events: readonly unknown[],
  from: string,
  to: string,
  options: Pick<Simulation, 'leads' | 'route'> = {},
): Promise<SimulatedPost[]> {
  const seen: SimulatedPost[] = [];
  const simulation = { from: at(from), to: at(to), events, ...options };
  await simulate(simulation, (post) => seen.push(post), silent);
  return seen;
}

/** An event resource that lasts an hour; times are local to `zone`. */
export function event(
  id: string,
  start: string,
  changes: Readonly<Record<string, unknown>> = {},
  zone = 'America/Los_Angeles',
) {
  const begin = at(start, zone);
  return {
    id,
    status: 'confirmed',
    summary: 'WG Serving Weekly Meeting',
    start: { dateTime: begin.toISO({ suppressMilliseconds: true }), timeZone: zone },
    end: {
      dateTime: begin.plus({ hours: 1 }).toISO({ suppressMilliseconds: true }),
      timeZone: zone,
    },
    ...changes,
  };
}

/** The regular series, every other week from `start`. */
export function biweekly(id: string, start: string, until = '', changes = {}) {
  const rule = `RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE${until && `;UNTIL=${until}`}`;
  return event(id, start, { recurrence: [rule], ...changes });
}

/** The exception for a series' occurrence that was planned for `start`. */
export function exception(
  seriesId: string,
  start: string,
  changes: Readonly<Record<string, unknown>>,
) {
  const original = at(start);
  return {
    ...changes,
    id: `${seriesId}_${original.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")}`,
    recurringEventId: seriesId,
    originalStartTime: {
      dateTime: original.toISO({ suppressMilliseconds: true }),
      timeZone: 'America/Los_Angeles',
    },
  };
}

/** The action ID of the button with this label in a message. */
export function buttonIn(message: StoredMessage, label: string): string {
  const buttons = message.blocks.flatMap((block) => {
    if (block.type === 'actions') return block.elements;
    return block.type === 'section' && block.accessory ? [block.accessory] : [];
  });
  for (const button of buttons) {
    const isIt = button.type === 'button' && button.text.text === label;
    if (isIt && button.action_id !== undefined) return button.action_id;
  }
  throw new Error(`no button ${label} in ${wordsOf(message)}`);
}
