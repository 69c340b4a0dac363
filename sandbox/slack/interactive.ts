import type { Interactive } from './block-elements.ts';
import type { SlackBlock } from './block-kit.ts';

/** What of a block reaches the app when it is used. */
export function interactiveIn(block: SlackBlock): readonly Interactive[] {
  if (block.type === 'actions') return block.elements;
  const accessory = block.type === 'section' ? block.accessory : undefined;
  return accessory && accessory.type !== 'image' ? [accessory] : [];
}
