import type { Actor, PlaygroundState } from '../browser/state.ts';

/** What is open in the workspace. */
export type Place = 'channel' | 'organizers' | 'direct' | 'home';

export type Message = PlaygroundState['messages'][number];

/** A message with the replies to it. */
export interface Thread {
  readonly root: Message;
  readonly replies: readonly Message[];
}

/** What an actor sees in a place, oldest first. */
export function messagesIn(state: PlaygroundState, actor: Actor, place: Place): Message[] {
  const channel = channelOf(state, actor, place);
  return state.messages.filter(
    (message) =>
      message.channel === channel &&
      (message.visibleTo === undefined || message.visibleTo === actor.id),
  );
}

function channelOf(state: PlaygroundState, actor: Actor, place: Place): string {
  switch (place) {
    case 'channel':
      return state.channel.id;
    case 'organizers':
      return state.organizersChannel.id;
    case 'direct':
    case 'home':
      return actor.direct;
  }
}

/** The thread that a message is in, or could start. */
export function threadOf({ threadTs, ts }: Message): string {
  return threadTs ?? ts;
}

/** Messages with their replies; a reply to a missing message is listed by itself. */
export function threadsOf(messages: readonly Message[]): Thread[] {
  const present = new Set(messages.map(({ ts }) => ts));
  const isReply = ({ threadTs, ts }: Message) =>
    threadTs !== undefined && threadTs !== ts && present.has(threadTs);
  const replies = Map.groupBy(messages.filter(isReply), ({ threadTs }) => threadTs);
  return messages
    .filter((message) => !isReply(message))
    .map((root) => ({ root, replies: replies.get(root.ts) ?? [] }));
}

/** How many messages from others came after `seen`. */
export function unread(messages: readonly Message[], actor: Actor, seen: string): number {
  return messages.filter(({ ts, user }) => ts > seen && user !== actor.id).length;
}

/** Who wrote a message, as others read it. */
export function authorOf(state: PlaygroundState, { user }: Message): string {
  if (user === state.botId) return 'WG Serving';
  return state.actors.find(({ id }) => id === user)?.name ?? user;
}
