import type { types } from '@slack/bolt';
import { plain } from './blocks.ts';
import type { Block, Message } from './message.ts';

/** A modal to open, and what is said where none can be opened, as in answer to a mention. */
export interface Modal {
  readonly view: types.ModalView;
  readonly instead: Message;
}

// https://docs.slack.dev/reference/views/modal-views
const MAX_TITLE_LENGTH = 24;

/** A message as a modal to be read and closed. A heading that is the title is left out. */
export function readingModal(title: string, message: Message): Modal {
  return {
    view: {
      type: 'modal',
      title: plain(title, MAX_TITLE_LENGTH),
      close: plain('Close', MAX_TITLE_LENGTH),
      blocks: message.blocks.filter((block, index) => index > 0 || !isHeader(block, title)),
    },
    instead: message,
  };
}

function isHeader(block: Block, title: string): boolean {
  return block.type === 'header' && block.text.text === title;
}
