import type { SlackBlock } from './block-kit.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  /** IANA zone in which this person sees times. */
  readonly zone: string;
  /** Has left the workspace. */
  readonly gone?: boolean;
}

/** A modal that someone has open. */
export interface Modal {
  readonly id: string;
  /** The modal at the bottom of its stack. */
  readonly rootId: string;
  /** Changes with each update. */
  readonly hash: string;
  readonly externalId?: string;
  /** Closing it closes the whole stack. */
  readonly clearOnClose?: true;
  readonly title: string;
  readonly close: string;
  /** Label of the submit button; absent if there is nothing to submit. */
  readonly submit?: string;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly blocks: readonly SlackBlock[];
}

export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Record<string, unknown>;
}

/** A message as the workspace keeps it. */
export interface StoredMessage {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly isBot: boolean;
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
  readonly threadTs?: string;
  /** The only member who sees it. */
  readonly visibleTo?: string;
  readonly metadata?: Metadata;
  readonly edited?: boolean;
  /** Names of the bot's reactions to it. */
  readonly reactions?: readonly string[];
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly members: Set<string>;
}
