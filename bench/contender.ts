import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalSlack } from '../sandbox/slack/server.ts';
import { ACTORS, CHANNEL } from '../sandbox/world.ts';
import type { Program } from './program.ts';

/** A program and the local Slack that it is connected to. */
export interface Contender {
  readonly program: Program;
  readonly slack: LocalSlack;
  /** Each is in ms. */
  slash(text: string): Promise<number>;
  /** A slash command whose answer nobody looks at, so that the bench itself is no bottleneck. */
  raw(text: string): Promise<void>;
  /** From the mention to the call that answers it. */
  mention(text: string): Promise<number>;
  /** From opening the Home tab to the call that shows it. */
  home(): Promise<number>;
}

/** Tells when the app calls a method of the Web API. */
export interface CallWatch {
  seen(method: string): void;
  next(method: string): Promise<void>;
}

export function callWatch(): CallWatch {
  const waiting = new Map<string, () => void>();
  return {
    seen(method) {
      waiting.get(method)?.();
      waiting.delete(method);
    },
    next: (method) => new Promise((resolve) => waiting.set(method, resolve)),
  };
}

const GIVE_UP_MS = 60_000;

const slashCommand = {
  command: '/wg-serving',
  trigger_id: '1.2.bench',
  response_url: 'http://127.0.0.1/response',
  team_id: 'T0',
  api_app_id: 'A0',
};

/** An event that was lost with its connection would be waited for until somebody looks. */
async function tooLate(method: string): Promise<never> {
  await sleep(GIVE_UP_MS, undefined, { ref: false });
  throw new Error(`no ${method} came: is the machine too busy?`);
}

export function contender(program: Program, slack: LocalSlack, calls: CallWatch): Contender {
  const { id: userId } = ACTORS.organizer;

  async function until(method: string, act: () => Promise<unknown>): Promise<number> {
    const called = calls.next(method);
    const began = performance.now();
    await act();
    await Promise.race([called, tooLate(method)]);
    return performance.now() - began;
  }

  return {
    program,
    slack,
    async slash(text) {
      const result = await slack.slash(userId, CHANNEL, `/wg-serving ${text}`.trim());
      if (!result.ok) throw new Error(result.error);
      return result.afterMs;
    },
    async raw(text) {
      const sent = { ...slashCommand, user_id: userId, channel_id: CHANNEL, text };
      const { kind } = await slack.deliver('slash_commands', sent);
      if (kind !== 'acknowledged') throw new Error(`a slash command was ${kind}`);
    },
    mention: (text) =>
      until('chat.postMessage', () => slack.say(userId, CHANNEL, `@wg-serving ${text}`)),
    home: () => until('views.publish', () => slack.openHome(userId)),
  };
}
