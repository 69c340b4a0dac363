/** Where a reminder goes: to everyone in a channel, or to one person as a direct message. */
export type Destination =
  | { readonly kind: 'channel'; readonly channelId: string }
  | { readonly kind: 'person'; readonly userId: string };

export type DestinationKind = Destination['kind'];

/** Slack's ID of the channel or member. */
export function destinationId(destination: Destination): string {
  switch (destination.kind) {
    case 'channel':
      return destination.channelId;
    case 'person':
      return destination.userId;
  }
}

/** The destination of this kind with this ID. */
export function destinationOf(kind: DestinationKind, id: string): Destination {
  switch (kind) {
    case 'channel':
      return { kind, channelId: id };
    case 'person':
      return { kind, userId: id };
  }
}

/** How messages to one kind of destination are delivered. */
export interface DeliveryPolicy {
  /** Milliseconds between two posts. Reminders wanted at the same moment start that much earlier. */
  readonly paceMs: number;
  /** Milliseconds between two edits. */
  readonly editPaceMs: number;
  /** After this many posts, the calendar and the subscriptions are checked again. */
  readonly maxPostsPerRun: number;
  readonly maxEditsPerRun: number;
  /** Edits notify nobody, so if there may be many, they wait until nothing is due. */
  readonly edits: 'before posts' | 'when nothing is due';
  /** What goes first: posts waiting for a retry, or those that are due. */
  readonly first: 'waiting' | 'due';
  /** How many days after its meeting a post is deleted from the ledger. */
  readonly keepDays: number;
}

export const DELIVERY: Readonly<Record<DestinationKind, DeliveryPolicy>> = {
  channel: {
    paceMs: 0,
    editPaceMs: 0,
    maxPostsPerRun: Number.POSITIVE_INFINITY,
    maxEditsPerRun: Number.POSITIVE_INFINITY,
    edits: 'before posts',
    first: 'waiting',
    keepDays: 90,
  },
  person: {
    // 200 a minute. Slack allows an app “several hundred messages per minute” per workspace.
    // https://docs.slack.dev/apis/web-api/rate-limits
    paceMs: 300,
    // `chat.update` allows 50 a minute. https://docs.slack.dev/reference/methods/chat.update
    editPaceMs: 1_300,
    maxPostsPerRun: 100,
    maxEditsPerRun: 40,
    edits: 'when nothing is due',
    first: 'due',
    keepDays: 15,
  },
};
