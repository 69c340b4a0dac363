import type { types } from '@slack/bolt';

export type Block = types.KnownBlock;

/** A Slack message. `text` is what notifications and screen readers use: whole sentences. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly Block[];
}
