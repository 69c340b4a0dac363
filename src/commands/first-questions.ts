import { actions, button } from '../messages/blocks.ts';
import type { Block } from '../messages/message.ts';

/** Action ids of the buttons below begin with this; the value of each is what it asks. */
export const ASK_ACTION = 'ask-';

/** Three questions to press, for those who don't know what to ask. */
export function firstQuestions(): Block[] {
  return actions([
    question('Next meeting', 'next-meeting'),
    question('Workstreams', 'workstreams'),
    question('What can I ask?', 'help'),
  ]);
}

function question(label: string, asked: string) {
  return button(label, `${ASK_ACTION}${asked}`, asked);
}
