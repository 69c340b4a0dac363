import type { Group } from '../../src/group/schema.ts';
import { modelOf } from '../../src/questions/model.ts';
import type { Example } from './examples.ts';
import { type Read, readWith } from './judge.ts';
import { makeModel, type Settings } from './make-model.ts';

/** Those who wrote questions of all kinds, about everything, with and without an answer. */
const PANEL = ['g', 'h', 'i', 'j', 'k'];

const NO_BANDS = { answerable: 1, sure: 1, likely: 1, both: 1 };

/**
 * Reads what each author of the panel wrote with a model that learned from all others: one author's questions
 * resemble each other, and those who will ask are strangers.
 */
export function readAsStrangers(
  examples: readonly Example[],
  group: Group,
  settings: Settings,
): Read[] {
  return PANEL.flatMap((author) => {
    const learned = examples.filter((one) => one.author !== author);
    const read = readWith(modelOf(makeModel(learned, group, settings), NO_BANDS), group);
    return examples.filter((one) => one.author === author).map(read);
  });
}
