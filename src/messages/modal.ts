import type { types } from '@slack/bolt';
import { plain } from './blocks.ts';
import type { Message } from './message.ts';

// https://docs.slack.dev/reference/views/modal-views
const TITLE_LENGTH = 24;

/** A message as a modal to be read and closed. */
export function modalOf(title: string, { blocks }: Message): types.ModalView {
  return {
    type: 'modal',
    title: plain(title, TITLE_LENGTH),
    close: plain('Close', TITLE_LENGTH),
    blocks: [...blocks],
  };
}
