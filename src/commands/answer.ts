import type { types } from '@slack/bolt';
import type { Message } from '../messages/message.ts';
import type { Heard } from '../questions/finder.ts';

/** What a free-text question was taken for. */
export interface AsHeard {
  readonly heard: Heard;
  /** What else may have been meant, likeliest first. */
  readonly others: readonly Choice[];
}

/** Something that a button can ask for. */
export interface Choice {
  readonly label: string;
  /** The command, without the slash. */
  readonly typed: string;
}

/**
 * `answer`: worth showing to others. `notice`: for whoever reads the question, such as a mistake.
 * `private`: for the asker alone, wherever it was asked. `reaction`: nothing was asked, so that an
 * emoji says enough. `modal`: to be opened. The message of these two is said where that can't be done.
 */
export type Answer = {
  /** The name under which the log knows what was asked. */
  readonly command: string;
  /** What it is about; two answers of one subject say the same. */
  readonly subject: string;
  readonly message: Message;
  /** Only where a question was asked in free words. */
  readonly asked?: AsHeard;
} & (
  | { readonly kind: 'answer' | 'notice' | 'private' }
  | { readonly kind: 'reaction'; readonly emoji: string }
  | { readonly kind: 'modal'; readonly view: types.ModalView }
);
