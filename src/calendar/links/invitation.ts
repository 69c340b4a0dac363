import type { Mention } from './mentions.ts';

/** The parts of an event that may hold a link. */
export interface Invitation {
  /** What stands in the place field. */
  readonly place: string;
  /** The links of its description, in their order. */
  readonly mentions: readonly Mention[];
  /** Addresses to join by video that a program wrote into the event. */
  readonly conference: readonly string[];
  readonly attachments: readonly Attachment[];
  /** Hosts that the group names as its own, beside those that the bot knows. */
  readonly joinHosts: readonly string[];
}

export interface Attachment {
  readonly url: string;
  readonly title: string;
  readonly mimeType: string;
}

/**
 * What a join link opens: a room; a link of a host that the bot does not know, which is a room by
 * the words around it; a page to register on first; a chat; a stream to watch.
 */
export type LinkKind = 'room' | 'link' | 'registration' | 'chat' | 'stream';

/** The link by which one takes part. */
export interface JoinLink {
  readonly kind: LinkKind;
  readonly url: string;
  /** It is the link that the group publishes: the event has none of its own. */
  readonly published: boolean;
}
