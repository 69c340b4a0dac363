import type { Message } from '../messages/message.ts';

/** A message as Slack's client takes it, which asks for an array that may be changed. */
export function contentOf({ text, blocks }: Message) {
  return { text, blocks: [...blocks] };
}
