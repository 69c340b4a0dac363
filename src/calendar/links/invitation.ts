import type { Mention } from './mentions.ts';

/** The parts of an event that may contain a link. */
export interface Invitation {
  readonly title: string;
  /** The content of the location field. */
  readonly place: string;
  /** The links in its description, in order. */
  readonly mentions: readonly Mention[];
  /** Video addresses that a program added to the event. */
  readonly conference: readonly string[];
  readonly attachments: readonly Attachment[];
  /** Hosts that the group names as its own, in addition to those that the bot knows. */
  readonly joinHosts: readonly string[];
}

export interface Attachment {
  readonly url: string;
  readonly title: string;
  readonly mimeType: string;
}

/**
 * What a join link opens: a room; a link on a host that the bot doesn't know, which the words around
 * it call a room; a page to register on first; a chat; a stream to watch.
 */
export type LinkKind = 'room' | 'link' | 'registration' | 'chat' | 'stream';

/** The link for joining. */
export interface JoinLink {
  readonly kind: LinkKind;
  readonly url: string;
  /** It is the group's published link: the event has none of its own. */
  readonly published: boolean;
}
