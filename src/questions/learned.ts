import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

/** What was learned from the examples. */
export interface Learned {
  readonly intents: readonly string[];
  /** Words that occur in more than one example, with the number of examples, such as `meeting 712`. */
  readonly words: string;
  readonly examples: number;
  /** One a line, most of them words, pairs and pieces; in the order of the rows of `weights`. */
  readonly features: string;
  /** A character for each feature and intent. */
  readonly weights: string;
  /** What a level counts, by intent. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
}

/** Text of a third of the size of its JSON, so that the model stays a small file. */
export function packLearned(learned: Learned): string {
  return brotliCompressSync(JSON.stringify(learned)).toString('base64');
}

export function unpackLearned(packed: string): Learned {
  return JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString());
}
