import { createInterface } from 'node:readline/promises';
import type { DateTime } from 'luxon';
import type { StoredMessage } from '../slack/workspace.ts';
import { ACTORS, CHANNEL, type Role, type World } from '../world.ts';
import { takeTurn } from './converse.ts';
import { renderMessage } from './render.ts';

const WELCOME = `The bot is in #wg-serving on a local Slack. Try:
  /wg-serving next-meeting
  @wg-serving where is the autoscaling doc?
  organizers                   (a direct message)
Ctrl-D to quit.
`;

/** Reads messages line by line until the input ends; shows what is posted in the meantime. */
export async function prompt({ slack }: World, role: Role, now: () => DateTime): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  const { id, zone } = ACTORS[role];
  const show = (message: StoredMessage) => {
    const place = message.channel === CHANNEL ? '#wg-serving' : 'direct message';
    const where = message.visibleTo
      ? 'only visible to you'
      : message.threadTs
        ? `${place}, in a thread`
        : place;
    process.stdout.write(`\n(${where})\n${renderMessage(message, { zone, now: now() })}\n\n`);
  };
  const stopShowing = slack.workspace.onMessage((message) => {
    const seen = message.visibleTo === undefined || message.visibleTo === id;
    if (message.isBot && seen) show(message);
  });
  // Piped input ends before its last line is answered, and a closed prompt can't be shown again.
  let open = true;
  lines.once('close', () => {
    open = false;
  });
  process.stdout.write(WELCOME);
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') {
      const turn = await takeTurn(slack, role, line);
      if (!turn.ok) process.stdout.write(`${turn.error}\n`);
      else if (turn.reaction) process.stdout.write(`(reacts with :${turn.reaction}:)\n`);
    }
    if (open) lines.prompt();
  }
  stopShowing();
}
