import type { Group } from '../../src/group/schema.ts';
import { readModel } from '../../src/questions/model.ts';
import type { Example } from './examples.ts';
import { randomFrom } from './fit.ts';
import { type Read, readWith } from './judge.ts';
import { makeModel, type Settings } from './make-model.ts';

const NO_BANDS = { answerable: 1, sure: 1, likely: 1, both: 1 };

/** Reads each example with a model that has not learned from it, nor from others of its part. */
export function crossValidate(
  examples: readonly Example[],
  parts: readonly number[],
  group: Group,
  settings: Settings,
): Read[] {
  return [...new Set(parts)].flatMap((part) => {
    const learned = examples.filter((_, index) => parts[index] !== part);
    const file = makeModel(learned, group, settings, { bands: NO_BANDS, madeFrom: '' });
    const read = readWith(readModel(file), group);
    return examples.filter((one, index) => parts[index] === part && !hasMarks(one)).map(read);
  });
}

/** Splits examples at random, always in the same way. */
export function randomParts(examples: readonly Example[], count: number): number[] {
  const random = randomFrom(7);
  return examples.map(() => Math.floor(random() * count));
}

/** A part for each author: how the model does with words of someone it has never heard. */
export function authorParts(examples: readonly Example[]): number[] {
  const authors = [...new Set(examples.map(({ author }) => author))];
  return examples.map(({ author }) => authors.indexOf(author));
}

/** A marked name is in no group file, so that the bot could not know it. */
function hasMarks({ text }: Example): boolean {
  return text.includes('<<');
}
