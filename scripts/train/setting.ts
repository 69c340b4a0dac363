import { questionNames } from '../../src/commands/question-names.ts';
import type { Group } from '../../src/group/schema.ts';
import { type Mask, maskOver, type Token } from '../../src/questions/mask.ts';
import { indexNames, type Named, type Tag } from '../../src/questions/names.ts';
import type { Vocabulary } from '../../src/questions/vocabulary.ts';
import { sentencesOf } from '../../src/questions/words.ts';

/** The meetings that the examples speak of, besides the regular one. */
export const MEETINGS = ['Autoscaling workstream sync', 'Deep dive on disaggregated prefill'];

const MARKED: readonly Tag[] = ['stream', 'meeting', 'guide', 'fact', 'person'];
const MARK = /<<(?:(\w+)\|)?[^<>]*>>/gu;

/** A name that is marked in an example, as in `<<KV cache>>` or `<<fact|Slide template>>`, as one word. */
function withoutMarks(text: string): string {
  return text.replace(MARK, (_, tag = 'stream') => wordFor(tag));
}

function wordFor(tag: string): string {
  return `marked${tag}`;
}

/** Reads examples as the bot would that knows this group. */
export function exampleMask(group: Group, vocabulary: Vocabulary): Mask {
  const marked = MARKED.map(
    (tag): Named => ({ tag, id: `marked ${tag}`, phrases: [wordFor(tag)] }),
  );
  const names = questionNames(group, MEETINGS, vocabulary.knows);
  return maskOver(indexNames([...names, ...marked]), vocabulary);
}

/** The words of an example’s sentences. */
export function exampleSentences(text: string): string[][] {
  return sentencesOf(withoutMarks(text));
}

/** The same question about something that nobody knows; undefined where it names nothing of the group. */
export function withUnknownName(tokens: readonly Token[]): Token[] | undefined {
  const isNamed = ({ tag }: Token) =>
    tag === 'stream' || tag === 'meeting' || tag === 'fact' || tag === 'guide';
  return tokens.some(isNamed)
    ? tokens.map((token) => (isNamed(token) ? { text: UNKNOWN_NAME } : token))
    : undefined;
}

// A word that no example has: the model reads every such word alike.
const UNKNOWN_NAME = '\u{2047}';
