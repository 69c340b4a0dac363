import type { FeedbackButtons, Interactive } from './block-elements.ts';
import type { SlackBlock } from './block-kit.ts';

/** The elements of a block whose use reaches the app. */
export function interactiveIn(block: SlackBlock): readonly (Interactive | FeedbackButtons)[] {
  if (block.type === 'actions' || block.type === 'context_actions') return block.elements;
  const accessory = block.type === 'section' ? block.accessory : undefined;
  return accessory && accessory.type !== 'image' ? [accessory] : [];
}
