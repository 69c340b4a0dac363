import { parseArgs } from 'node:util';
import type { DateTime } from 'luxon';
import { z } from 'zod';
import { readEvents, readMoment } from '../arguments.ts';
import { ROLES, type Role } from '../world.ts';

export interface PlaygroundOptions {
  /** Messages to send in turn; if there are none, the page or the prompt opens. */
  readonly inputs: readonly string[];
  readonly now: DateTime<true> | undefined;
  readonly events: readonly unknown[] | undefined;
  readonly role: Role;
  /** A prompt instead of the page. */
  readonly terminal: boolean;
  /** Where the page is served; the next free port if it is taken. */
  readonly port: number | undefined;
  readonly json: boolean;
  readonly help: boolean;
}

export const USAGE = `Talk to the bot on a local Slack and a local Google Calendar.

  npm run playground                              a page in the browser, with a clock that you control
  npm run playground -- --terminal                a prompt
  npm run playground -- "/wg-serving next-meeting" "@wg-serving where is the autoscaling doc?"
                                                  each argument is one message; prints the answers

A line that begins with / is a slash command in #wg-serving, one with @wg-serving is a message there,
and anything else is a direct message to the bot.

Options
  --now 2026-12-01T10:00:00Z     the bot's clock starts here (default: now)
  --calendar events.json         an array of Google Calendar event resources to serve
  --as organizer|member|newcomer who is asking, from San Francisco, Pune or Berlin (default: member)
  --port 4400                    where the page is served; the next free port if it is taken
  --json                         one JSON line for each argument
  --help                         this text
`;

/** Parses the command line. Fails with an Error whose message says what to change. */
export async function readOptions(args: readonly string[]): Promise<PlaygroundOptions> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      now: { type: 'string' },
      calendar: { type: 'string' },
      as: { type: 'string', default: 'member' },
      terminal: { type: 'boolean', default: false },
      port: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const role = z.enum(ROLES, `--as takes ${ROLES.join(', ')}`).safeParse(values.as);
  if (!role.success) throw new Error(role.error.issues[0]?.message);
  if (values.json && positionals.length === 0) {
    throw new Error('--json needs at least one message as an argument');
  }
  return {
    inputs: positionals,
    now: values.now === undefined ? undefined : readMoment('--now', values.now),
    events: values.calendar === undefined ? undefined : await readEvents(values.calendar),
    role: role.data,
    terminal: values.terminal,
    port: values.port === undefined ? undefined : readPort(values.port),
    json: values.json,
    help: values.help,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`--port takes a number from 1 to 65535, got "${text}"`);
  }
  return port;
}
