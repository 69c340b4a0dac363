import { type Place, press } from './actions.ts';
import { edit, openHome, type Said, say } from './events.ts';
import type { Manifest } from './manifest.ts';
import type { ResponseUrls } from './response-urls.ts';
import { useShortcut } from './shortcuts.ts';
import { type SlashResult, slash } from './slash-commands.ts';
import { type Entered, submitModal } from './submissions.ts';
import type { Delivery, DeliveryKind, Transport } from './transport.ts';
import type { Triggers } from './triggers.ts';
import type { StoredMessage, Workspace } from './workspace.ts';

/** What people do in the workspace, and what they get to see. */
export interface People {
  /** Types a slash command. */
  slash(userId: string, channelId: string, line: string): Promise<SlashResult>;
  /** Writes a message; `@wg-serving` in it mentions the bot. */
  say(userId: string, channelId: string, text: string, threadTs?: string): Promise<Said>;
  /** Changes the text of a message that this person wrote. */
  edit(message: StoredMessage, text: string): Promise<Said>;
  /** Presses a button in a message, in the Home tab or in the open modal; for checkboxes, `values` are the chosen ones. */
  press(
    userId: string,
    place: Place,
    actionId: string,
    values?: readonly string[],
  ): Promise<Delivery>;
  /** Submits the open modal; returns the app's errors. */
  submitModal(userId: string, entered: Entered): ReturnType<typeof submitModal>;
  /** Uses a global shortcut, or one of a message. */
  useShortcut(userId: string, callbackId: string, message?: StoredMessage): Promise<Delivery>;
  /** Opens the bot's Home tab. */
  openHome(userId: string): Promise<Delivery | undefined>;
  /** Delivers something as is, for what people can't do. */
  deliver(kind: DeliveryKind, payload: Readonly<Record<string, unknown>>): Promise<Delivery>;
}

export interface PeopleTools {
  readonly workspace: Workspace;
  readonly manifest: Manifest;
  readonly transport: Transport;
  readonly responseUrls: ResponseUrls;
  readonly triggers: Triggers;
  readonly origin: string;
}

export function people(tools: PeopleTools): People {
  return {
    slash: (userId, channelId, line) => slash(tools, userId, channelId, line),
    say: (userId, channelId, text, threadTs) => say(tools, userId, channelId, text, threadTs),
    edit: (message, text) => edit(tools, message, text),
    press: (userId, place, actionId, values) => press(tools, userId, place, actionId, values),
    submitModal: (userId, entered) => submitModal(tools, userId, entered),
    useShortcut: (userId, callbackId, message) => useShortcut(tools, userId, callbackId, message),
    openHome: (userId) => openHome(tools, userId),
    deliver: (kind, payload) => tools.transport.deliver(kind, payload),
  };
}
