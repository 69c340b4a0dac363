import { press } from './buttons.ts';
import { openHome, type Said, say } from './events.ts';
import type { Manifest } from './manifest.ts';
import type { ResponseUrls } from './response-urls.ts';
import { type SlashResult, slash } from './slash-commands.ts';
import type { Delivery, DeliveryKind, Transport } from './transport.ts';
import type { StoredMessage, Workspace } from './workspace.ts';

/** What people do in the workspace, and what they get to see. */
export interface People {
  /** Types a slash command. */
  slash(userId: string, channelId: string, line: string): Promise<SlashResult>;
  /** Writes a message; `@wg-serving` in it mentions the bot. */
  say(userId: string, channelId: string, text: string, threadTs?: string): Promise<Said>;
  /** Presses a button of a message. */
  press(userId: string, message: StoredMessage, actionId: string): Promise<Delivery>;
  /** Opens the bot's Home tab. */
  openHome(userId: string): Promise<Delivery | undefined>;
  /** Delivers something as it is; for what people can't do. */
  deliver(kind: DeliveryKind, payload: Readonly<Record<string, unknown>>): Promise<Delivery>;
}

export interface PeopleTools {
  readonly workspace: Workspace;
  readonly manifest: Manifest;
  readonly transport: Transport;
  readonly responseUrls: ResponseUrls;
  readonly origin: string;
}

export function people(tools: PeopleTools): People {
  return {
    slash: (userId, channelId, line) => slash(tools, userId, channelId, line),
    say: (userId, channelId, text, threadTs) => say(tools, userId, channelId, text, threadTs),
    press: (userId, message, actionId) => press(tools, userId, message, actionId),
    openHome: (userId) => openHome(tools, userId),
    deliver: (kind, payload) => tools.transport.deliver(kind, payload),
  };
}
