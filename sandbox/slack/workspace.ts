import type { DateTime } from 'luxon';
import type { Clock } from '../../src/clock.ts';
import type { SlackBlock } from './block-kit.ts';
import type { Channel, StoredMessage, User } from './entities.ts';
import { Modals } from './modals.ts';

export type { Channel, Metadata, Modal, StoredMessage, User } from './entities.ts';

export const APP_ID = 'A0SANDBOX';
export const TEAM = { id: 'T0SANDBOX', domain: 'sandbox' } as const;
export const BOT = { userId: 'U0WGSERVING', botId: 'B0WGSERVING' } as const;

/** People, channels and messages, as people would see them. */
export class Workspace {
  readonly users = new Map<string, User>();
  readonly channels = new Map<string, Channel>();
  readonly homes = new Map<string, readonly SlackBlock[]>();
  readonly modals = new Modals(() => this.#onChange());
  readonly #messages: StoredMessage[] = [];
  readonly #listeners = new Set<(message: StoredMessage) => void>();
  #onChange: () => void = () => {};
  readonly #clock: Clock;
  #sequence = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  addUser(user: User): void {
    this.users.set(user.id, user);
    const id = `D${user.id.slice(1)}`;
    this.channels.set(id, {
      id,
      name: user.name,
      kind: 'direct',
      members: new Set([user.id, BOT.userId]),
    });
  }

  addChannel(
    id: string,
    name: string,
    members: readonly string[],
    kind: 'public' | 'private' = 'public',
  ): void {
    this.channels.set(id, { id, name, kind, members: new Set(members) });
  }

  /** The direct message channel between a person and the bot. */
  directChannel(userId: string): string {
    return `D${userId.slice(1)}`;
  }

  /** Someone leaves: the bot can no longer reach them. */
  removeUser(userId: string): void {
    const user = this.users.get(userId);
    if (user) this.users.set(userId, { ...user, gone: true });
  }

  publishHome(userId: string, blocks: readonly SlackBlock[]): void {
    this.homes.set(userId, blocks);
    this.#onChange();
  }

  post(message: Omit<StoredMessage, 'ts'>): StoredMessage {
    const stored = { ...message, ts: this.nextTs() };
    this.#messages.push(stored);
    for (const listener of this.#listeners) listener(stored);
    this.#onChange();
    return stored;
  }

  /** Replaces a message with its new state. */
  update(message: StoredMessage): void {
    const at = this.#messages.findIndex(({ ts }) => ts === message.ts);
    if (at >= 0) this.#messages[at] = message;
    for (const listener of this.#listeners) listener(message);
    this.#onChange();
  }

  remove(ts: string): void {
    const at = this.#messages.findIndex((message) => message.ts === ts);
    if (at >= 0) this.#messages.splice(at, 1);
    this.#onChange();
  }

  /** A channel's messages, oldest first, including those that only one member sees. */
  messages(channel?: string): readonly StoredMessage[] {
    return this.#messages.filter((message) => channel === undefined || message.channel === channel);
  }

  /** Whether a message has replies in its thread. */
  hasReplies({ ts, channel }: StoredMessage): boolean {
    return this.messages(channel).some((other) => other.threadTs === ts && other.ts !== ts);
  }

  /** Calls `listener` for each new or edited message until the returned function is called. */
  onMessage(listener: (message: StoredMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `listener` whenever something that people see has changed. */
  onChange(listener: () => void): void {
    this.#onChange = listener;
  }

  /** Slack's time. */
  now(): DateTime<true> {
    return this.#clock.now();
  }

  /** A message ID: the time in seconds and a sequence number, so that IDs sort and never repeat. */
  nextTs(): string {
    this.#sequence += 1;
    const seconds = Math.floor(this.now().toSeconds());
    return `${seconds}.${String(this.#sequence).padStart(6, '0')}`;
  }
}

/** Whether a text has the format of a message ID. */
export function isTs(text: string): boolean {
  return /^\d+\.\d{6}$/.test(text);
}
